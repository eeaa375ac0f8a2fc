package hongyan.pipelines.series;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A part of the series in which readings lie that are asked for: InfluxQL cannot be asked for many
 * moments one by one, but for all of some stations between two. What lies there too is read in
 * vain, and every question has its price, so bodies of one station and bodies of one hour want
 * different parts.
 *
 * @param from inclusive
 * @param to inclusive
 */
record InfluxLookup(
    Collection<String> stations,
    Collection<String> pollutants,
    Collection<String> averagings,
    Instant from,
    Instant to) {

  /** One question costs about as much as this many readings that come with others. */
  private static final long QUESTION = 50;

  /** So that a question stays short enough to be read by a person. */
  private static final int MOST_STATIONS = 100;

  /** Returns parts that together hold every reading asked for, where there is one. */
  static List<InfluxLookup> of(Collection<Reading> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    var step =
        Duration.ofMinutes(asked.stream().mapToInt(r -> r.averaging().minutes()).min().getAsInt());
    List<InfluxLookup> byStation =
        asked.stream().collect(Collectors.groupingBy(Reading::station)).values().stream()
            .flatMap(readings -> runs(readings, step).stream())
            .toList();
    List<InfluxLookup> byTime = runs(asked, step);
    return cost(byStation, step) <= cost(byTime, step) ? byStation : byTime;
  }

  /** Cuts where so much lies between two moments that another question is cheaper. */
  private static List<InfluxLookup> runs(Collection<Reading> readings, Duration step) {
    Map<Instant, List<Reading>> byTime =
        readings.stream()
            .collect(Collectors.groupingBy(Reading::time, TreeMap::new, Collectors.toList()));
    long series =
        readings.stream()
            .map(r -> List.of(r.station(), r.pollutant(), r.averaging()))
            .distinct()
            .count();
    Duration gap = step.multipliedBy(1 + QUESTION / series);
    var parts = new ArrayList<InfluxLookup>();
    var run = new ArrayList<Reading>();
    Instant last = Instant.MIN;
    for (Map.Entry<Instant, List<Reading>> moment : byTime.entrySet()) {
      if (!run.isEmpty() && Duration.between(last, moment.getKey()).compareTo(gap) > 0) {
        parts.addAll(parts(run));
        run.clear();
      }
      run.addAll(moment.getValue());
      last = moment.getKey();
    }
    parts.addAll(parts(run));
    return parts;
  }

  private static List<InfluxLookup> parts(List<Reading> run) {
    List<String> stations = List.copyOf(values(run, Reading::station));
    var parts = new ArrayList<InfluxLookup>();
    for (int i = 0; i < stations.size(); i += MOST_STATIONS) {
      parts.add(
          new InfluxLookup(
              stations.subList(i, Math.min(stations.size(), i + MOST_STATIONS)),
              values(run, r -> r.pollutant().name()),
              values(run, r -> r.averaging().name()),
              run.get(0).time(),
              run.get(run.size() - 1).time()));
    }
    return parts;
  }

  private static Collection<String> values(List<Reading> run, Function<Reading, String> value) {
    return run.stream().map(value).collect(Collectors.toCollection(TreeSet::new));
  }

  private static long cost(List<InfluxLookup> parts, Duration step) {
    return parts.stream().mapToLong(part -> part.cost(step)).sum();
  }

  private long cost(Duration step) {
    long moments = 1 + Duration.between(from, to).dividedBy(step);
    return QUESTION + moments * stations.size() * pollutants.size() * averagings.size();
  }

  /** Adds what this part is to a query. */
  InfluxSelect of(InfluxSelect select) {
    select.tagIn("station", stations).from(from).until(to);
    if (pollutants.size() < Pollutant.values().length) {
      select.tagIn("pollutant", pollutants);
    }
    if (averagings.size() < Averaging.values().length) {
      select.tagIn("averaging", averagings);
    }
    return select;
  }
}
