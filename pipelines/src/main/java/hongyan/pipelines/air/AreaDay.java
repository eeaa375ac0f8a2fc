package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The figures of an area, a county or the city, for one civil day, from those of its evaluation
 * stations (评价点).
 *
 * <p>An hour's mean is the mean of the stations' valid hourly means, a day's the mean of their
 * valid daily means, for ozone of their maximum eight-hour means; the AQI is computed from these
 * and never averaged (HJ 663; HJ 633-2026, 4.2.1 and 4.2.2). A mean is valid with at least 75 % of
 * the registered stations, 50 % where there are fewer than four; its count is the number of
 * stations.
 *
 * <p>Pure: the same set of stations gives the same figures in whatever order it comes.
 */
public final class AreaDay {
  private AreaDay() {}

  /** Returns the figures of an area all of whose evaluation stations are in {@code stations}. */
  public static StationDay of(String area, String date, Collection<StationDay> stations) {
    return of(area, date, stations.size(), stations);
  }

  /**
   * Returns the figures of an area.
   *
   * @param registered how many evaluation stations it has on that date, with or without data
   * @param stations the days of those that have data
   * @throws IllegalArgumentException for a station twice, of another date, or more stations than
   *     registered
   */
  public static StationDay of(
      String area, String date, int registered, Collection<StationDay> stations) {
    check(area, date, registered, stations);
    Figures figures = Figures.of(area, date);
    Map<Instant, List<AirFigure>> byHour = new TreeMap<>();
    for (StationDay station : stations) {
      for (AirFigure hour : station.hours()) {
        byHour.computeIfAbsent(hour.time(), time -> new ArrayList<>()).add(hour);
      }
    }
    Validity limits = figures.standard().validity();
    List<AirFigure> hours = new ArrayList<>();
    byHour.forEach(
        (time, some) -> {
          List<Mean> means = means(some, registered, limits);
          if (!means.isEmpty()) {
            hours.add(figures.hour(time, means, complete(some, registered)));
          }
        });
    List<AirFigure> days = stations.stream().map(StationDay::day).toList();
    List<Mean> means = means(days, registered, limits);
    AirFigure day = figures.day(means, hours, complete(days, registered));
    return new StationDay(area, date, List.copyOf(hours), day);
  }

  private static List<Mean> means(List<AirFigure> stations, int registered, Validity limits) {
    List<Mean> means = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      List<BigDecimal> values =
          stations.stream()
              .map(station -> Means.findValid(station, pollutant))
              .flatMap(Optional::stream)
              .toList();
      if (!values.isEmpty()) {
        boolean valid = limits.enoughStations(values.size(), registered);
        means.add(Means.of(pollutant, values, valid));
      }
    }
    return List.copyOf(means);
  }

  private static boolean complete(List<AirFigure> stations, int registered) {
    return registered > 0
        && stations.size() == registered
        && stations.stream().allMatch(AirFigure::complete);
  }

  private static void check(
      String area, String date, int registered, Collection<StationDay> stations) {
    Set<String> seen = new HashSet<>();
    for (StationDay station : stations) {
      if (!station.date().equals(date) || !seen.add(station.station())) {
        throw new IllegalArgumentException(
            "%s on %s: a station twice or of another date: %s %s"
                .formatted(area, date, station.station(), station.date()));
      }
    }
    if (stations.size() > registered) {
      throw new IllegalArgumentException(
          "%s on %s: %d stations, only %d registered"
              .formatted(area, date, stations.size(), registered));
    }
  }
}
