package hongyan.pipelines.episodes;

import hongyan.geo.law.Grade;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the alert of one cluster of leads. */
final class Episode {

  private final Joining joining;
  private final Joining.Family family;
  private final List<Lead> core;
  private final List<Lead> all;

  Episode(Joining joining, Joining.Family family, Clusters.Cluster cluster) {
    this.joining = joining;
    this.family = family;
    this.core = cluster.core();
    this.all =
        Stream.concat(core.stream(), cluster.support().stream())
            .sorted(
                Comparator.comparing((Lead lead) -> lead.alert().time()).thenComparing(Lead::id))
            .toList();
  }

  Alert alert() {
    Alert first = core.get(0).alert();
    Confidence confidence = Confidence.of(all, joining);
    Grade grade = grade(first);
    return new Alert(
        first.id(),
        first.kind(),
        grade,
        first.item(),
        first.conduct(),
        all.get(0).alert().time(),
        raisedAt(),
        first.county(),
        zones(),
        first.position(),
        first.subject(),
        first.department(),
        first.legal(),
        grounds(grade, confidence),
        first.rule(),
        first.authorised(),
        true,
        until(),
        confidence.value(),
        all.stream().map(Lead::id).toList());
  }

  private Instant until() {
    return all.stream()
        .map(lead -> Episodes.end(lead.alert()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** With the first that stands alone; of those that only count together, when they were enough. */
  private Instant raisedAt() {
    List<Instant> alone = raised(core.stream().filter(Lead::alone));
    return alone.isEmpty()
        ? raised(core.stream()).get(Math.min(core.size(), joining.combine().count()) - 1)
        : alone.get(0);
  }

  private static List<Instant> raised(Stream<Lead> leads) {
    return leads.map(lead -> lead.alert().raisedAt()).sorted().toList();
  }

  private List<ZoneRef> zones() {
    return all.stream()
        .flatMap(lead -> lead.alert().zones().stream())
        .distinct()
        .sorted(Comparator.comparing(ZoneRef::id).thenComparing(ZoneRef::version))
        .toList();
  }

  private Grade grade(Alert first) {
    return !first.authorised() && isRaised() ? Episodes.higher(highest()) : highest();
  }

  private Grade highest() {
    return core.stream()
        .map(lead -> lead.alert().grade())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private boolean isRaised() {
    Integer count = family.count();
    return kinds() >= family.kinds() || (count != null && core.size() >= count);
  }

  private long kinds() {
    return all.stream().map(Episode::kind).distinct().count();
  }

  private static String kind(Lead lead) {
    return lead.evidence() + "|" + lead.alert().conduct();
  }

  /** All facts of the first lead of each kind; of one that repeats it only the record. */
  private List<Ground> grounds(Grade grade, Confidence confidence) {
    Set<Ground> grounds = new LinkedHashSet<>();
    Set<String> told = new HashSet<>();
    for (Lead lead : all) {
      List<Ground> facts = lead.alert().grounds();
      grounds.addAll(told.add(kind(lead)) || facts.isEmpty() ? facts : facts.subList(0, 1));
    }
    var list = new ArrayList<>(grounds);
    if (all.size() > 1) {
      list.add(together(grade));
    }
    confidence.ground().ifPresent(list::add);
    return list;
  }

  private Ground together(Grade grade) {
    boolean raised = grade != highest();
    return new Ground(
        "%d 条线索（%d 类证据）按“%s”合并：间隔不超过 %d 小时、相距不超过 %.0f 米%s%s；规则 %s 第 %s 版，阈值为平台自定"
            .formatted(
                all.size(),
                kinds(),
                family.name().zh(),
                family.gapHours(),
                family.metres(),
                family.sellers() ? "或同一经营者" : "",
                raised ? "，等级上调为" + zh(grade) : "",
                joining.id(),
                joining.version()),
        "%d leads of %d kinds of evidence joined as %s: no more than %d h and %.0f m apart%s%s; rule %s version %s, thresholds of the platform's own choice"
            .formatted(
                all.size(),
                kinds(),
                family.name().en(),
                family.gapHours(),
                family.metres(),
                family.sellers() ? " or one seller" : "",
                raised ? ", grade raised to " + en(grade) : "",
                joining.id(),
                joining.version()),
        null);
  }

  private static String zh(Grade grade) {
    return switch (grade) {
      case NOTICE -> "提示";
      case SERIOUS -> "严重";
      case GRAVE -> "特别严重";
    };
  }

  private static String en(Grade grade) {
    return grade.name().toLowerCase(Locale.ROOT);
  }
}
