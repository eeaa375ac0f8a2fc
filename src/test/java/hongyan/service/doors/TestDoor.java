package hongyan.service.doors;

import hongyan.geo.city.City;
import hongyan.geo.law.Article7;
import hongyan.service.attachments.AttachmentSettings;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.doors.checks.TestPlaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.util.unit.DataSize;

/** The doors on a log in memory, on one fixed day, with a largest body of 100 kB. */
final class TestDoor {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

  final MemoryLog log = new MemoryLog();
  final Stored stored = new Stored();
  final DoorSettings settings =
      new DoorSettings(DataSize.ofKilobytes(100), Duration.ofMillis(50), Duration.ofMinutes(1));
  final Bodies bodies = new Bodies(settings);
  final Door door =
      new Door(Door.HTTP, log, TestPlaces::new, stored, CLOCK, new ArrivalClock(CLOCK));
  final AttachmentStore attachments = Attachments.store();
  final Uploads uploads = new Uploads(attachments, Attachments.LIMITS, settings);
  final IngestController controller =
      new IngestController(door, bodies, uploads, Article7.load(), City.open("yongzhou"));

  /** A store of small files in a folder of its own. */
  static final class Attachments {
    static final AttachmentSettings LIMITS =
        new AttachmentSettings(DataSize.ofKilobytes(100), 3, 50_000_000, 2);

    private Attachments() {}

    static AttachmentStore store() {
      try {
        Path folder = Files.createTempDirectory("attachments");
        folder.toFile().deleteOnExit();
        return new AttachmentStore(folder, LIMITS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
