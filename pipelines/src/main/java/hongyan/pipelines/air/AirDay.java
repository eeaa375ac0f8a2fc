package hongyan.pipelines.air;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of one station for one civil day, from all of its readings of that day.
 *
 * <p>Hours: the mean of each pollutant ({@link HourValue} says how) and the real-time AQI of these
 * means. Day: 24-hour means with at least 20 valid hours, ozone's maximum eight-hour mean, and the
 * daily AQI (GB 3095, table of data validity; HJ 633, 4; HJ 663). Which version of HJ 633 counts
 * goes by the date ({@link AqiStandard#at}). Only readings with the flag N and not below zero
 * count, and of hourly readings only those that end on the full hour.
 *
 * <p>The IAQI of a day's ozone is that of its eight hours. HJ 633-2012 gives eight hours above 800
 * µg/m³ none and goes by the highest hour then (table 1, note 3).
 *
 * <p>Pure: the same set of readings gives the same figures in whatever order it comes.
 */
public final class AirDay {
  private AirDay() {}

  /** Returns the civil date, yyyy-MM-dd, that a reading belongs to by the end of its period. */
  public static String dateOf(Reading reading) {
    return CivilDay.dateOf(reading.time());
  }

  /**
   * Returns the figures of {@code date}.
   *
   * @param readings the current ones, one for each identity, of that station and date; may be
   *     empty, which gives a day without means
   * @throws IllegalArgumentException for a reading of another station or date
   */
  public static StationDay of(String station, String date, Collection<Reading> readings) {
    Figures figures = Figures.of(station, date);
    List<AirFigure> hours = new ArrayList<>();
    Map<Instant, Map<Pollutant, List<Reading>>> byHour = byHour(station, date, readings);
    byHour.forEach((time, ofHour) -> hours.add(hour(figures, time, ofHour)));
    List<Mean> means = DayMeans.of(date, hours, figures.standard().validity());
    boolean complete =
        hours.size() == Figures.HOURS && hours.stream().allMatch(AirFigure::complete);
    return new StationDay(station, date, List.copyOf(hours), figures.day(means, hours, complete));
  }

  private static Map<Instant, Map<Pollutant, List<Reading>>> byHour(
      String station, String date, Collection<Reading> readings) {
    Map<Instant, Map<Pollutant, List<Reading>>> byHour = new TreeMap<>();
    for (Reading reading : readings) {
      if (!reading.station().equals(station) || !dateOf(reading).equals(date)) {
        throw new IllegalArgumentException(
            "not of %s on %s: %s".formatted(station, date, reading.identity()));
      }
      if (HourValue.counts(reading)) {
        byHour
            .computeIfAbsent(
                CivilDay.hourOf(reading.time()), hour -> new EnumMap<>(Pollutant.class))
            .computeIfAbsent(reading.pollutant(), pollutant -> new ArrayList<>())
            .add(reading);
      }
    }
    return byHour;
  }

  private static AirFigure hour(
      Figures figures, Instant time, Map<Pollutant, List<Reading>> readings) {
    Validity limits = figures.standard().validity();
    List<Mean> means = new ArrayList<>();
    boolean complete = readings.size() == Pollutant.values().length;
    for (Map.Entry<Pollutant, List<Reading>> entry : readings.entrySet()) {
      HourValue value = HourValue.of(entry.getKey(), time, entry.getValue(), limits);
      means.add(value.mean());
      complete &= value.full();
    }
    return figures.hour(time, List.copyOf(means), complete);
  }
}
