package hongyan.geo.zones;

import hongyan.geo.place.CivilTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Seasons made ready for many questions; {@link Seasons} has the rules. */
record Calendar(List<Span> spans) {

  private static final Pattern DAY = Pattern.compile("\\d{2}-\\d{2}");
  private static final Pattern HOURS = Pattern.compile("\\d{2}:\\d{2}-\\d{2}:\\d{2}");
  private static final int MINUTES_PER_DAY = 24 * 60;

  static Calendar of(List<Season> seasons) {
    return new Calendar(seasons.stream().map(Calendar::span).toList());
  }

  boolean covers(Instant time) {
    if (spans.isEmpty()) {
      return false;
    }
    LocalDateTime civil = LocalDateTime.ofInstant(time, CivilTime.ZONE);
    return spans.stream().anyMatch(span -> span.covers(civil));
  }

  private static Span span(Season season) {
    return new Span(day("from", season.from()), day("to", season.to()), hours(season.hours()));
  }

  private static MonthDay day(String field, String value) {
    try {
      if (DAY.matcher(value).matches()) {
        return MonthDay.parse("--" + value);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(wrongDay(field, value), e);
    }
    throw new IllegalArgumentException(wrongDay(field, value));
  }

  private static String wrongDay(String field, String value) {
    return "season %s '%s' is no day of the year (MM-dd)".formatted(field, value);
  }

  private static @Nullable Hours hours(@Nullable String value) {
    if (value == null) {
      return null;
    }
    if (HOURS.matcher(value).matches()) {
      int from = minute(value.substring(0, 5));
      int to = minute(value.substring(6));
      if (from >= 0 && from < MINUTES_PER_DAY && to >= 0 && from != to) {
        return new Hours(from, to);
      }
    }
    throw new IllegalArgumentException(
        "season hours '%s' are not HH:mm-HH:mm with two different times".formatted(value));
  }

  /** Minute of the day, -1 if there is none; 24:00 is the end of a day. */
  private static int minute(String time) {
    int hour = Integer.parseInt(time.substring(0, 2));
    int minute = Integer.parseInt(time.substring(3));
    boolean onTheClock = hour < 24 && minute < 60 || hour == 24 && minute == 0;
    return onTheClock ? hour * 60 + minute : -1;
  }

  /** From inclusive, to exclusive; {@code to} before {@code from} means the next day. */
  private record Hours(int from, int to) {}

  private record Span(MonthDay from, MonthDay to, @Nullable Hours hours) {

    boolean covers(LocalDateTime civil) {
      if (hours == null) {
        return covers(civil.toLocalDate());
      }
      int minute = civil.toLocalTime().toSecondOfDay() / 60;
      if (hours.from() < hours.to()) {
        return minute >= hours.from() && minute < hours.to() && covers(civil.toLocalDate());
      }
      return minute >= hours.from() && covers(civil.toLocalDate())
          || minute < hours.to() && covers(civil.toLocalDate().minusDays(1));
    }

    private boolean covers(LocalDate date) {
      MonthDay day = MonthDay.from(date);
      return from.isAfter(to)
          ? !day.isBefore(from) || !day.isAfter(to)
          : !day.isBefore(from) && !day.isAfter(to);
    }
  }
}
