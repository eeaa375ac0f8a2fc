package hongyan.pipelines.air;

import hongyan.geo.place.CivilTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The natural day of the national practice: 24 hours labelled by their end, 01:00 to 24:00, in
 * Asia/Shanghai (GB 3095, natural day; HJ 633-2026, 5.2.1). Midnight is 24:00 of the day before.
 */
public final class CivilDay {
  private CivilDay() {}

  /** Returns the civil date, yyyy-MM-dd, that a period ending at {@code end} belongs to. */
  public static String dateOf(Instant end) {
    return hourOf(end).minus(1, ChronoUnit.HOURS).atZone(CivilTime.ZONE).toLocalDate().toString();
  }

  /**
   * Returns the label of the hour that a period ending at {@code end} belongs to: not before it.
   */
  public static Instant hourOf(Instant end) {
    Instant hour = end.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(end) ? hour : hour.plus(1, ChronoUnit.HOURS);
  }

  /** Returns 00:00 of {@code date}, yyyy-MM-dd. */
  public static Instant startOf(String date) {
    return LocalDate.parse(date).atStartOfDay(CivilTime.ZONE).toInstant();
  }

  /** Returns 24:00 of {@code date}, yyyy-MM-dd, which is also the label of its last hour. */
  public static Instant endOf(String date) {
    return LocalDate.parse(date).plusDays(1).atStartOfDay(CivilTime.ZONE).toInstant();
  }
}
