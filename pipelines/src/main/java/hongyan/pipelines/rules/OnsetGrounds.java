package hongyan.pipelines.rules;

import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.RuleRef;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Writing down where and when something began that goes through the city. */
final class OnsetGrounds {
  private final List<Ground> grounds = new ArrayList<>();

  /** Adds a fact of the rule itself. */
  void add(String fact, String factEn) {
    grounds.add(new Ground(fact, factEn, null));
  }

  void onset(Onset onset) {
    String hour = Words.hour(onset.label());
    String name = onset.station().station().name();
    String code = onset.pollutant().code();
    String before = Words.whole(onset.before());
    String value = Words.whole(onset.value());
    String ratio = ratio(onset);
    grounds.add(
        Words.ofHour(
            "%s %s：%s 由 %s 升至 %s µg/m³，PM2.5/PM10 %s"
                .formatted(hour, name, code, before, value, ratio.isEmpty() ? "未知" : "为 " + ratio),
            "%s %s: %s from %s to %s µg/m³, PM2.5/PM10 %s"
                .formatted(hour, name, code, before, value, ratio.isEmpty() ? "unknown" : ratio),
            onset.id(),
            onset.label()));
  }

  void rule(RuleRef rule) {
    add(
        "规则 %s 第 %s 版，除标明来源者外阈值为平台自定".formatted(rule.id(), rule.version()),
        "rule %s version %s; thresholds of the platform's own choice unless a source is named"
            .formatted(rule.id(), rule.version()));
  }

  List<Ground> list() {
    return List.copyOf(grounds);
  }

  /** PM2.5 as a share of PM10 with two decimals, or nothing when one is not known. */
  private static String ratio(Onset onset) {
    BigDecimal fine = onset.station().pm25().get(onset.label());
    BigDecimal all = onset.station().pm10().get(onset.label());
    if (fine == null || all == null || all.signum() <= 0) {
      return "";
    }
    return fine.divide(all, MathContext.DECIMAL128)
        .setScale(2, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
