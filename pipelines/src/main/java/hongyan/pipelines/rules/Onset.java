package hongyan.pipelines.rules;

import hongyan.pipelines.air.Gbt8170;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The hour in which something begins at a station.
 *
 * @param before mean of the hours before, µg/m³
 */
record Onset(
    StationHours station, Pollutant pollutant, Instant label, BigDecimal value, BigDecimal before) {

  private static final Comparator<Onset> ORDER =
      Comparator.comparing(Onset::label).thenComparing(Onset::id);

  static Onset at(StationHours station, Pollutant pollutant, Instant label, int backgroundHours) {
    Map<Instant, BigDecimal> values = station.of(pollutant);
    List<Instant> before = StationHours.before(values, label, backgroundHours);
    return new Onset(
        station,
        pollutant,
        label,
        values.get(label),
        Gbt8170.mean(before.stream().map(values::get).toList()));
  }

  String id() {
    return station.station().id();
  }

  /** Returns the hours of which the {@code quiet} hours before are not among {@code hours}. */
  static List<Instant> beginnings(Collection<Instant> hours, int quiet) {
    List<Instant> beginnings = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Instant hour : new TreeSet<>(hours)) {
      if (last.isBefore(hour.minus(Duration.ofHours(quiet)))) {
        beginnings.add(hour);
      }
      last = hour;
    }
    return beginnings;
  }

  /**
   * Puts together what follows within {@code window} hours, of each station the first onset; every
   * event ascending by hour and station.
   */
  static List<List<Onset>> events(Collection<Onset> onsets, int window) {
    List<Map<String, Onset>> events = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Onset onset : onsets.stream().sorted(ORDER).toList()) {
      if (last.isBefore(onset.label().minus(Duration.ofHours(window)))) {
        events.add(new LinkedHashMap<>());
      }
      events.get(events.size() - 1).putIfAbsent(onset.id(), onset);
      last = onset.label();
    }
    return events.stream().map(event -> List.copyOf(event.values())).toList();
  }
}
