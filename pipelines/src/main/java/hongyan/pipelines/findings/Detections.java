package hongyan.pipelines.findings;

import hongyan.geo.place.Position;
import hongyan.geo.place.Sun;
import hongyan.geo.zones.NearZone;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.rules.RuleSheet;
import hongyan.pipelines.rules.Watched;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What instruments detect: strong light, playback of calls, gunshots.
 *
 * <p>A detection that is stated with less confidence than its rule wants, or by an instrument that
 * is not made for it, is kept but too weak alone. One that states no confidence stands by itself
 * and says so. Light is a lead only by night, and in a flyway or near one. Pure.
 */
final class Detections {

  private static final String LIGHT = "strong-light";

  private final Watched watched;
  private final Map<String, RuleSheet> sheets = new HashMap<>();

  Detections(Watched watched) {
    this.watched = watched;
    watched.detections().forEach(each -> sheets.put(each.rule(), RuleSheet.load(each.rule())));
  }

  /** Returns what a rule makes of the finding: what it is of itself where none looks at it. */
  Weight judge(PlacedFinding placed, Reference reference) {
    Finding finding = placed.finding();
    Optional<Watched.Detection> rule =
        finding.byDevice() ? watched.findDetection(finding.conduct()) : Optional.empty();
    return rule.map(each -> judge(placed, each, reference)).orElse(Weight.OF_ITSELF);
  }

  private Weight judge(PlacedFinding placed, Watched.Detection rule, Reference reference) {
    Finding finding = placed.finding();
    RuleSheet sheet = sheets.get(rule.rule());
    var grounds = new ArrayList<Ground>();
    if (rule.rule().equals(LIGHT) && !isNightInFlyway(placed, sheet, reference, grounds)) {
      return new Weight(Weight.Kind.NONE, grounds);
    }
    boolean made = isMadeForIt(finding, rule, reference, grounds);
    boolean sure = isSure(finding.confidence(), sheet, grounds);
    grounds.add(
        new Ground(
            "规则 %s 第 %s 版，仅为线索".formatted(sheet.id(), sheet.version()),
            "rule %s version %s; a lead only".formatted(sheet.id(), sheet.version()),
            null));
    return new Weight(made && sure ? Weight.Kind.ALONE : Weight.Kind.WEAK, grounds);
  }

  private static boolean isSure(
      @Nullable Double confidence, RuleSheet sheet, List<Ground> grounds) {
    BigDecimal least = sheet.decimal("minConfidence");
    if (confidence == null) {
      grounds.add(new Ground("设备未给出可信度", "the device states no confidence", null));
      return true;
    }
    boolean sure = BigDecimal.valueOf(confidence).compareTo(least) >= 0;
    grounds.add(
        new Ground(
            "设备给出可信度 %s，阈值 %s".formatted(confidence, least),
            "the device states a confidence of %s, the threshold is %s"
                .formatted(confidence, least),
            null));
    return sure;
  }

  private static boolean isMadeForIt(
      Finding finding, Watched.Detection rule, Reference reference, List<Ground> grounds) {
    Optional<Device> device =
        Optional.ofNullable(finding.device()).flatMap(id -> reference.findDevice(id));
    if (device.isEmpty() || rule.devices().contains(device.get().kind())) {
      return true;
    }
    grounds.add(
        new Ground(
            "设备 %s 类型为 %s，并非此类探测设备".formatted(device.get().id(), device.get().kind()),
            "device %s is a %s, not made for such detections"
                .formatted(device.get().id(), device.get().kind()),
            null));
    return false;
  }

  private static boolean isNightInFlyway(
      PlacedFinding placed, RuleSheet sheet, Reference reference, List<Ground> grounds) {
    Position position = FindingPlace.position(placed.finding(), reference);
    if (position == null) {
      grounds.add(new Ground("没有位置，无法判断", "it has no position to judge by", null));
      return false;
    }
    double sun = Sun.elevationDegrees(position, placed.finding().time());
    boolean night = sun < -sheet.decimal("sunBelowDegrees").doubleValue();
    grounds.add(
        new Ground(
            "太阳高度角 %.1f°，%s".formatted(sun, night ? "夜间" : "并非夜间"),
            "the sun stands at %.1f degrees: %s".formatted(sun, night ? "night" : "no night"),
            null));
    double near = sheet.decimal("nearMetres").doubleValue();
    Optional<ZoneRef> flyway =
        reference.near(position, placed.finding().time(), near).stream()
            .map(NearZone::zone)
            .filter(zone -> zone.kind() == ZoneKind.FLYWAY)
            .findFirst();
    grounds.add(
        flyway
            .map(
                zone ->
                    new Ground(
                        "位于迁飞通道 %s 内或 %.0f 米范围内".formatted(zone.id(), near),
                        "in or within %.0f m of flyway %s".formatted(near, zone.id()),
                        "zone/%s/%d".formatted(zone.id(), zone.version())))
            .orElse(
                new Ground(
                    "%.0f 米范围内没有迁飞通道".formatted(near),
                    "no flyway within %.0f m".formatted(near),
                    null)));
    return night && flyway.isPresent();
  }
}
