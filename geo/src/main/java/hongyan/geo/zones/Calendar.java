package hongyan.geo.zones;

import hongyan.geo.place.CivilTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Seasons made ready for many questions; {@link Seasons} has the rules. */
record Calendar(List<Span> spans) {

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
    return new Span(Days.of(season.from(), season.to()), hours(season.hours()));
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

  private record Span(Days days, @Nullable Hours hours) {

    boolean covers(LocalDateTime civil) {
      LocalDate today = civil.toLocalDate();
      if (hours == null) {
        return days.covers(today);
      }
      int minute = civil.toLocalTime().toSecondOfDay() / 60;
      if (hours.from() < hours.to()) {
        return minute >= hours.from() && minute < hours.to() && days.covers(today);
      }
      return minute >= hours.from() && days.covers(today)
          || minute < hours.to() && days.covers(today.minusDays(1));
    }
  }
}
