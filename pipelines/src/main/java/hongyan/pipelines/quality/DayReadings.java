package hongyan.pipelines.quality;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the rules look at: the readings of one station and civil day, and beside them those of the
 * neighbouring days that are near enough to matter. Doubts are raised about the day's own only.
 */
final class DayReadings {

  private final List<KnownReading> own;
  private final Collection<KnownReading> beside;
  private final String date;
  private final Map<Pollutant, NavigableMap<Instant, KnownReading>> hourly =
      new EnumMap<>(Pollutant.class);

  DayReadings(String date, Collection<KnownReading> own, Collection<KnownReading> beside) {
    this.date = date;
    this.own = List.copyOf(own);
    this.beside = List.copyOf(beside);
    Stream.concat(this.own.stream(), this.beside.stream())
        .filter(DayReadings::isHour)
        .forEach(
            known ->
                hourly
                    .computeIfAbsent(known.reading().pollutant(), p -> new TreeMap<>())
                    .put(known.reading().time(), known));
  }

  /** Returns the day's own readings that the instrument calls normal. */
  List<KnownReading> normal() {
    return own.stream().filter(known -> known.reading().flag() == Flag.N).toList();
  }

  List<KnownReading> own() {
    return own;
  }

  Collection<KnownReading> beside() {
    return beside;
  }

  /** Returns whether the reading is one of the day itself. */
  boolean owns(KnownReading known) {
    return CivilDay.dateOf(known.reading().time()).equals(date);
  }

  /** Returns the normal hourly readings on the full hour, by time, neighbours included. */
  NavigableMap<Instant, KnownReading> hourly(Pollutant pollutant) {
    return hourly.getOrDefault(pollutant, new TreeMap<>());
  }

  private static boolean isHour(KnownReading known) {
    var reading = known.reading();
    return reading.averaging() == Averaging.PT1H
        && reading.flag() == Flag.N
        && CivilDay.hourOf(reading.time()).equals(reading.time());
  }
}
