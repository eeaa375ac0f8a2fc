package hongyan.pipelines.findings;

import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneShare;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.reference.Assessment;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.rules.RuleSheet;
import java.util.ArrayList;
import java.util.List;

/**
 * Ground that is built on or changed, in a habitat or reserve, while no assessment is on file
 * (articles 4 and 7 (7)). It looks at findings that show their ground, from a footprint or a
 * satellite; what a person saw and reports without one is judged by Article 7 alone. Pure.
 */
final class Construction {

  static final String CONDUCT = "habitat-destruction";

  private final RuleSheet sheet = RuleSheet.load("construction");

  /** Returns what it makes of a finding: what it is of itself where it shows no ground. */
  Weight judge(PlacedFinding placed, Reference reference) {
    Finding finding = placed.finding();
    if (finding.geometry() == null || !finding.conduct().equals(CONDUCT)) {
      return Weight.OF_ITSELF;
    }
    var grounds = new ArrayList<Ground>();
    boolean unassessed = false;
    boolean touches = false;
    for (ZoneShare share : reference.sharing(finding.geometry(), finding.time())) {
      if (isHabitat(share)) {
        touches = true;
        grounds.add(overlap(share));
        unassessed |= !isAssessed(share, finding, reference, grounds);
      }
    }
    if (!touches) {
      grounds.add(
          new Ground(
              "图斑与栖息地、保护区重叠不足 %s 公顷".formatted(sheet.decimal("minHectares")),
              "less than %s ha of the ground lie in a habitat or reserve"
                  .formatted(sheet.decimal("minHectares")),
              null));
    }
    return new Weight(unassessed ? Weight.Kind.ALONE : Weight.Kind.NONE, grounds);
  }

  private boolean isHabitat(ZoneShare share) {
    ZoneKind kind = share.zone().kind();
    return (kind == ZoneKind.HABITAT || kind == ZoneKind.RESERVE)
        && share.hectares() >= sheet.decimal("minHectares").doubleValue();
  }

  private static Ground overlap(ZoneShare share) {
    return new Ground(
        "图斑有 %.2f 公顷位于 %s 内".formatted(share.hectares(), share.zone().id()),
        "%.2f ha of the ground lie in %s".formatted(share.hectares(), share.zone().id()),
        "zone/%s/%d".formatted(share.zone().id(), share.zone().version()));
  }

  private static boolean isAssessed(
      ZoneShare share, Finding finding, Reference reference, List<Ground> grounds) {
    List<Assessment> found = reference.assessments(share.zone().id(), finding.time());
    if (found.isEmpty()) {
      grounds.add(
          new Ground(
              "%s 未查到在案评估".formatted(share.zone().id()),
              "no assessment for %s is on file".formatted(share.zone().id()),
              null));
      return false;
    }
    Assessment first = found.get(0);
    grounds.add(
        new Ground(
            "%s 已有在案评估：%s".formatted(share.zone().id(), first.project()),
            "an assessment for %s is on file: %s".formatted(share.zone().id(), first.project()),
            "assessment/" + first.id()));
    return true;
  }
}
