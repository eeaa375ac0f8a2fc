package hongyan.service.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The year that is generated: whole civil days of Beijing time from {@code first} to the day before
 * {@code end}. Its last hour is labelled 00:00 of {@code end}, so nothing of it lies in the future
 * on that day.
 */
record DemoDays(LocalDate first, LocalDate end) {
  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  /** Returns the year that ends with the day before {@code end}. */
  static DemoDays endingAt(LocalDate end) {
    return new DemoDays(end.minusYears(1), end);
  }

  int count() {
    return (int) ChronoUnit.DAYS.between(first, end);
  }

  int hours() {
    return count() * 24;
  }

  /** Returns a day by its number, the first is 0. */
  LocalDate day(int number) {
    return first.plusDays(number);
  }

  /** Returns the number of a day of the year; each month and day lies in it once. */
  int number(int month, int dayOfMonth) {
    LocalDate date = MonthDay.of(month, dayOfMonth).atYear(first.getYear());
    LocalDate inside = date.isBefore(first) ? date.plusYears(1) : date;
    return (int) ChronoUnit.DAYS.between(first, inside);
  }

  /** Returns the end of an hour by its number: hour 0 ends at 01:00 of the first day. */
  LocalDateTime hourEnd(int hour) {
    return first.atStartOfDay().plusHours(hour + 1L);
  }

  static String text(LocalDateTime local) {
    return local.atOffset(OFFSET).format(ISO);
  }

  static Instant instant(LocalDateTime local) {
    return local.toInstant(OFFSET);
  }

  /** Returns how many whole days of the year lie before a moment; 0 for none. */
  long daysUntil(@Nullable Instant time) {
    Instant start = instant(first.atStartOfDay());
    return time == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(start, time));
  }

  /** Returns a factor between 1 - swing and 1 + swing that is highest on a day of the year. */
  double seasonal(int dayNumber, int peakDayOfYear, double swing) {
    double angle = 2 * StrictMath.PI * (day(dayNumber).getDayOfYear() - peakDayOfYear) / 365.25;
    return 1 + swing * StrictMath.cos(angle);
  }
}
