package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The daily statistics of one station, made of the valid hourly means of the day. */
final class DayMeans {
  private static final int WINDOW_HOURS = 8;
  private static final int FIRST_WINDOW_ENDS = 8;
  private static final int LAST_WINDOW_ENDS = 24;

  private DayMeans() {}

  /** Returns one mean for each pollutant that has any, in the pollutants' order. */
  static List<Mean> of(String date, List<AirFigure> hours, Validity limits) {
    List<Mean> means = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      Map<Instant, BigDecimal> valid = validHours(hours, pollutant);
      if (pollutant == Pollutant.O3) {
        ozone(date, valid, limits).ifPresent(means::add);
      } else if (!valid.isEmpty()) {
        means.add(Means.of(pollutant, valid.values(), valid.size() >= limits.dayHours()));
      }
    }
    return List.copyOf(means);
  }

  private static Map<Instant, BigDecimal> validHours(List<AirFigure> hours, Pollutant pollutant) {
    Map<Instant, BigDecimal> valid = new TreeMap<>();
    for (AirFigure hour : hours) {
      Means.findValid(hour, pollutant).ifPresent(value -> valid.put(hour.time(), value));
    }
    return valid;
  }

  /**
   * Returns the maximum of the running eight-hour means that end at 08:00 to 24:00 (HJ 663, MDA8).
   * A window takes at least 6 of its 8 hours, the day at least 14 windows; with fewer the maximum
   * is still valid when, rounded, it exceeds the Grade II limit: more windows could only raise it.
   */
  private static Optional<Mean> ozone(
      String date, Map<Instant, BigDecimal> hours, Validity limits) {
    List<BigDecimal> windows = new ArrayList<>();
    Instant start = CivilDay.startOf(date);
    for (int end = FIRST_WINDOW_ENDS; end <= LAST_WINDOW_ENDS; end++) {
      List<BigDecimal> window = window(hours, start.plus(Duration.ofHours(end)));
      if (window.size() >= limits.windowHours()) {
        windows.add(Gbt8170.mean(window));
      }
    }
    if (windows.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal maximum = Collections.max(windows);
    boolean exceeds = Gbt8170.round(Pollutant.O3, maximum).compareTo(limits.ozoneLimit()) > 0;
    boolean valid = windows.size() >= limits.dayWindows() || exceeds;
    return Optional.of(Means.of(Pollutant.O3, maximum, windows.size(), valid));
  }

  private static List<BigDecimal> window(Map<Instant, BigDecimal> hours, Instant end) {
    List<BigDecimal> window = new ArrayList<>();
    for (int back = 0; back < WINDOW_HOURS; back++) {
      BigDecimal value = hours.get(end.minus(Duration.ofHours(back)));
      if (value != null) {
        window.add(value);
      }
    }
    return window;
  }
}
