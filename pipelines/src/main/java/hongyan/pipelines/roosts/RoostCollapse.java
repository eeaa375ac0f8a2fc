package hongyan.pipelines.roosts;

import hongyan.geo.law.Grade;
import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.Station;
import hongyan.pipelines.rules.RuleSheet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The birds at a station that are gone within the hour after a disturbance near it: a lead to item
 * 6 of Article 7.
 *
 * <p>What is left is compared with what was there before, and the share with the share that is
 * usually left at that time of day at that station: birds leave every evening, and that is no
 * collapse. Only species that were counted both before and after are compared, so a place where
 * nobody looked again is not taken for an empty one. Days with a disturbance of their own at that
 * hour are no history. Thresholds: {@code rules/roost-collapse.json}. Pure and deterministic.
 */
public final class RoostCollapse {

  static final String ID = "roost-collapse";

  private static final DateTimeFormatter IN_TEXT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CivilTime.ZONE);

  private final RuleRef rule;
  private final Duration before;
  private final Duration after;
  private final int minBirds;
  private final double left;
  private final int historyDays;
  private final int historyMin;
  private final double usual;

  private RoostCollapse(RuleSheet sheet) {
    this.rule = sheet.ref();
    this.before = Duration.ofHours(sheet.whole("beforeHours"));
    this.after = Duration.ofMinutes(sheet.whole("afterMinutes"));
    this.minBirds = sheet.whole("minBirds");
    this.left = sheet.whole("leftPercent") / 100.0;
    this.historyDays = sheet.whole("historyDays");
    this.historyMin = sheet.whole("historyMin");
    this.usual = sheet.whole("usualPercent") / 100.0;
  }

  /** Reads the rule from its file. */
  public static RoostCollapse load() {
    return new RoostCollapse(RuleSheet.load(ID));
  }

  /** Lists the civil days whose counts a disturbance is judged by. */
  public List<LocalDate> daysFor(Disturbance disturbance) {
    LocalDate day = LocalDate.ofInstant(disturbance.time(), CivilTime.ZONE);
    return IntStream.rangeClosed(-historyDays - 1, 1).mapToObj(day::plusDays).toList();
  }

  /**
   * Returns the alert that a disturbance makes.
   *
   * @param counts at its station on {@link #daysFor its days}, in any order
   * @param others all disturbances of that station
   */
  public Optional<Alert> check(
      Disturbance disturbance,
      Collection<RoostCount> counts,
      Collection<Disturbance> others,
      Reference reference) {
    Station station = reference.findStation(disturbance.station()).orElse(null);
    Change change = change(counts, disturbance.time());
    if (station == null
        || change.before() < minBirds
        || change.share() > left
        || change.species().isEmpty()) {
      return Optional.empty();
    }
    List<Double> history =
        IntStream.rangeClosed(1, historyDays)
            .mapToObj(days -> disturbance.time().minus(Duration.ofDays(days)))
            .filter(moment -> isQuiet(moment, others))
            .map(moment -> change(counts, moment))
            .filter(usually -> usually.before() > 0)
            .map(Change::share)
            .sorted()
            .toList();
    if (history.size() < historyMin) {
      return Optional.empty();
    }
    double median = median(history);
    return median > 0 && change.share() <= median * usual
        ? Optional.of(alert(disturbance, station, change, median, history.size(), reference))
        : Optional.empty();
  }

  private Change change(Collection<RoostCount> counts, Instant moment) {
    return Change.at(counts, moment, before, after);
  }

  private boolean isQuiet(Instant moment, Collection<Disturbance> others) {
    return others.stream()
        .noneMatch(
            other ->
                !other.time().isBefore(moment.minus(before))
                    && !other.time().isAfter(moment.plus(after)));
  }

  private static double median(List<Double> sorted) {
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private Alert alert(
      Disturbance disturbance,
      Station station,
      Change change,
      double median,
      int days,
      Reference reference) {
    Placement place = reference.place(station.position(), disturbance.time());
    boolean itemSix =
        disturbance.conduct().equals("driving-away") || disturbance.conduct().equals("disturbance");
    return new Alert(
            "collapse-%s-%s".formatted(station.id(), disturbance.findingID()),
            AlertKind.VIOLATION,
            place.zones().isEmpty() ? Grade.NOTICE : Grade.SERIOUS,
            6,
            itemSix ? disturbance.conduct() : "disturbance",
            disturbance.time(),
            Stream.concat(
                    Stream.of(disturbance.receivedAt()),
                    change.counts().stream().map(RoostCount::receivedAt))
                .max(Comparator.naturalOrder())
                .orElseThrow(),
            place.county(),
            place.zones(),
            station.position(),
            station.id(),
            "forestry",
            null,
            grounds(disturbance, station, change, median, days),
            rule,
            false,
            true)
        .lasting(change.end());
  }

  private List<Ground> grounds(
      Disturbance disturbance, Station station, Change change, double median, int days) {
    var grounds = new ArrayList<Ground>();
    grounds.add(
        new Ground(
            "%s 站点 %s 鸟类数量由 %d 降至 %d，仅余 %.0f%%"
                .formatted(
                    IN_TEXT.format(change.end()),
                    station.id(),
                    change.before(),
                    change.after(),
                    100 * change.share()),
            "%s: birds at station %s fell from %d to %d, %.0f %% are left"
                .formatted(
                    IN_TEXT.format(change.end()),
                    station.id(),
                    change.before(),
                    change.after(),
                    100 * change.share()),
            null));
    grounds.add(
        new Ground(
            "此前 %d 天同一时段通常余 %.0f%%（%d 天有可比计数的中位数）".formatted(historyDays, 100 * median, days),
            "usually %.0f %% are left at that time of day (median of %d comparable days of %d)"
                .formatted(100 * median, days, historyDays),
            null));
    grounds.add(
        new Ground(
            "%s 距站点 %.0f 米处有干扰上报 %s"
                .formatted(
                    IN_TEXT.format(disturbance.time()),
                    disturbance.metres(),
                    disturbance.findingID()),
            "%s: a disturbance %.0f m from the station, finding %s"
                .formatted(
                    IN_TEXT.format(disturbance.time()),
                    disturbance.metres(),
                    disturbance.findingID()),
            "finding/" + disturbance.findingID()));
    change.counts().stream()
        .map(RoostCount::occurrenceID)
        .sorted()
        .forEach(
            id -> grounds.add(new Ground("鸟类记录 " + id, "bird record " + id, "occurrence/" + id)));
    grounds.add(
        new Ground(
            "规则 %s 第 %s 版，阈值为平台自定，仅为线索".formatted(rule.id(), rule.version()),
            "rule %s version %s, thresholds of the platform's own choice; a lead only"
                .formatted(rule.id(), rule.version()),
            null));
    return grounds;
  }
}
