package hongyan.pipelines.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A device that stops reporting, and what those beside it did meanwhile. The only clock is that of
 * the reports themselves, so the same reports give the same answer whenever they are replayed.
 *
 * @param last the report after which it is silent
 * @param next the report with which it ends, or null
 * @param limit how long it must be to be one
 * @param passed the first report of one beside it after the limit, or null while there is none
 * @param active how many beside it had reported in the day before
 * @param up those of them that went on reporting in both halves of the limit
 */
record Silence(
    DeviceReport last,
    @Nullable DeviceReport next,
    Duration limit,
    Duration usual,
    @Nullable DeviceReport passed,
    int active,
    List<String> up) {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int INTERVALS_NEEDED = 2;

  /** Finds the silence after {@code last}; empty when there is none or nothing to judge it by. */
  static Optional<Silence> after(
      DeviceReport last, List<DeviceReport> own, List<DeviceReport> beside, Equipment.Quiet quiet) {
    Optional<Duration> usual = usualInterval(last, own);
    if (usual.isEmpty()) {
      return Optional.empty();
    }
    Duration limit = quiet.least();
    Duration several = usual.get().multipliedBy(quiet.intervals());
    limit = several.compareTo(limit) > 0 ? several : limit;
    DeviceReport next =
        own.stream().filter(r -> r.time().isAfter(last.time())).findFirst().orElse(null);
    Instant end = last.time().plus(limit);
    boolean silent = next == null || next.time().isAfter(end);
    return silent && limit.compareTo(quiet.most()) <= 0
        ? Optional.of(judge(last, next, limit, usual.get(), beside))
        : Optional.empty();
  }

  private static Silence judge(
      DeviceReport last,
      @Nullable DeviceReport next,
      Duration limit,
      Duration usual,
      List<DeviceReport> beside) {
    Instant begin = last.time();
    Instant middle = begin.plus(limit.dividedBy(2));
    Instant end = begin.plus(limit);
    Map<String, List<DeviceReport>> byDevice =
        beside.stream()
            .filter(r -> !r.time().isBefore(begin.minus(DAY)))
            .collect(
                Collectors.groupingBy(DeviceReport::device, TreeMap::new, Collectors.toList()));
    byDevice
        .values()
        .removeIf(reports -> reports.stream().noneMatch(r -> !r.time().isAfter(begin)));
    List<String> up =
        byDevice.entrySet().stream()
            .filter(e -> reports(e.getValue(), begin, middle) && reports(e.getValue(), middle, end))
            .map(Map.Entry::getKey)
            .toList();
    DeviceReport passed =
        byDevice.values().stream()
            .flatMap(List::stream)
            .filter(r -> !r.time().isBefore(end))
            .min(Comparator.comparing(DeviceReport::time).thenComparing(DeviceReport::device))
            .orElse(null);
    return new Silence(last, next, limit, usual, passed, byDevice.size(), up);
  }

  private static boolean reports(List<DeviceReport> reports, Instant after, Instant until) {
    return reports.stream().anyMatch(r -> r.time().isAfter(after) && !r.time().isAfter(until));
  }

  /** The median of the intervals in the day up to {@code last}. */
  private static Optional<Duration> usualInterval(DeviceReport last, List<DeviceReport> own) {
    var intervals = new ArrayList<Duration>();
    Instant before = null;
    for (DeviceReport report : own) {
      boolean inDay =
          !report.time().isBefore(last.time().minus(DAY)) && !report.time().isAfter(last.time());
      if (inDay && before != null) {
        intervals.add(Duration.between(before, report.time()));
      }
      before = inDay ? report.time() : null;
    }
    intervals.sort(Comparator.naturalOrder());
    return intervals.size() < INTERVALS_NEEDED
        ? Optional.empty()
        : Optional.of(intervals.get(intervals.size() / 2));
  }

  /** Whether those beside it show that it is the device itself that fell silent. */
  boolean isItsOwn() {
    return passed != null && active > 0 && up.size() * 2 > active;
  }
}
