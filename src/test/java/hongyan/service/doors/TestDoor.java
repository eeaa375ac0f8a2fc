package hongyan.service.doors;

import hongyan.geo.city.City;
import hongyan.geo.law.Article7;
import hongyan.service.doors.checks.TestPlaces;
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
  final IngestController controller =
      new IngestController(door, bodies, Article7.load(), City.open("yongzhou"));
}
