package hongyan.service.replay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The clock of the Chinese air archives, which give local times without an offset. */
final class BeijingTime {
  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  private BeijingTime() {}

  /** Returns a local time with its offset, to the second. */
  static String text(LocalDateTime local) {
    return local.atOffset(OFFSET).format(ISO);
  }

  static Instant instant(LocalDateTime local) {
    return local.toInstant(OFFSET);
  }
}
