package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One pollutant's mean over one hour at one station, made of the readings that count.
 *
 * <p>The instrument's own hourly mean is taken where there is one that ends on the full hour.
 * Otherwise shorter readings are averaged, of one averaging period only, namely the one that covers
 * most of the hour (of two alike, the longer). They make a valid hour when together they cover at
 * least 45 minutes of it (GB 3095, table of data validity); what overlaps is covered once.
 *
 * @param full whether the whole hour is covered, so that the value only changes by correction
 */
record HourValue(Mean mean, boolean full) {

  private static final Comparator<Map.Entry<Averaging, Duration>> BY_COVER =
      Map.Entry.<Averaging, Duration>comparingByValue().thenComparing(Map.Entry.comparingByKey());

  /**
   * Returns whether a reading takes part in statistics: flagged normal and not negative. A negative
   * concentration is drift of a zero point, never air; it stays in the record.
   */
  static boolean counts(Reading reading) {
    boolean hourly = reading.averaging() == Averaging.PT1H;
    return reading.flag() == Flag.N
        && reading.value().signum() >= 0
        && (!hourly || CivilDay.hourOf(reading.time()).equals(reading.time()));
  }

  /**
   * Returns the value of the hour labelled {@code hour}.
   *
   * @param readings that count, of one pollutant, at least one, all within the hour
   */
  static HourValue of(Pollutant pollutant, Instant hour, List<Reading> readings, Validity limits) {
    Map<Averaging, List<Reading>> byAveraging = new EnumMap<>(Averaging.class);
    readings.forEach(
        r -> byAveraging.computeIfAbsent(r.averaging(), a -> new ArrayList<>()).add(r));
    List<Reading> hourly = byAveraging.get(Averaging.PT1H);
    if (hourly != null) {
      return new HourValue(mean(pollutant, hourly, true), true);
    }
    Map<Averaging, Duration> cover = new EnumMap<>(Averaging.class);
    byAveraging.forEach((averaging, some) -> cover.put(averaging, covered(hour, some)));
    Map.Entry<Averaging, Duration> best = cover.entrySet().stream().max(BY_COVER).orElseThrow();
    boolean valid = best.getValue().compareTo(Duration.ofMinutes(limits.hourMinutes())) >= 0;
    boolean full = best.getValue().compareTo(Duration.ofHours(1)) >= 0;
    return new HourValue(mean(pollutant, byAveraging.get(best.getKey()), valid), full);
  }

  private static Mean mean(Pollutant pollutant, Collection<Reading> readings, boolean valid) {
    List<BigDecimal> values = readings.stream().map(Reading::value).toList();
    return Means.of(pollutant, values, valid);
  }

  /** Returns how much of the hour the periods of {@code readings} cover. */
  private static Duration covered(Instant hour, List<Reading> readings) {
    Instant reached = hour.minus(Duration.ofHours(1));
    Duration covered = Duration.ZERO;
    for (Reading reading : readings.stream().sorted(Comparator.comparing(Reading::time)).toList()) {
      Instant start = reading.time().minus(Duration.ofMinutes(reading.averaging().minutes()));
      Instant from = start.isAfter(reached) ? start : reached;
      covered = covered.plus(Duration.between(from, reading.time()));
      reached = reading.time();
    }
    return covered;
  }
}
