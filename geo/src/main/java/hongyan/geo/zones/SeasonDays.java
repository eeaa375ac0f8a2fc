package hongyan.geo.zones;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One run of a season on the calendar.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param hours as in {@link Season}
 * @param document the notice that set it, where there is one
 */
public record SeasonDays(
    LocalDate from, LocalDate to, @Nullable String hours, @Nullable String document) {

  /** Returns whether the day lies in it, at whatever hours. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
