package hongyan.pipelines.roosts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The birds at a station before and after a moment, of the species that were counted both times.
 *
 * @param before how many, by the last count of each species before the moment
 * @param after how many, by the last count of each after it
 * @param counts the counts that this rests on
 */
record Change(Set<String> species, int before, int after, List<RoostCount> counts) {

  private static final Comparator<RoostCount> ORDER =
      Comparator.comparing(RoostCount::time).thenComparing(RoostCount::occurrenceID);

  static Change at(Collection<RoostCount> counts, Instant moment, Duration before, Duration after) {
    Map<String, RoostCount> earlier = new TreeMap<>();
    Map<String, RoostCount> later = new TreeMap<>();
    Instant begin = moment.minus(before);
    Instant end = moment.plus(after);
    counts.stream()
        .sorted(ORDER)
        .filter(count -> !count.time().isBefore(begin) && !count.time().isAfter(end))
        .forEach(
            count -> (count.time().isAfter(moment) ? later : earlier).put(count.species(), count));
    Set<String> both = new TreeSet<>(earlier.keySet());
    both.retainAll(later.keySet());
    return new Change(
        both,
        both.stream().mapToInt(each -> earlier.get(each).count()).sum(),
        both.stream().mapToInt(each -> later.get(each).count()).sum(),
        both.stream().flatMap(each -> Stream.of(earlier.get(each), later.get(each))).toList());
  }

  double share() {
    return before == 0 ? 1 : (double) after / before;
  }

  /** When the last of it was counted. */
  Instant end() {
    return counts.stream().map(RoostCount::time).max(Comparator.naturalOrder()).orElseThrow();
  }
}
