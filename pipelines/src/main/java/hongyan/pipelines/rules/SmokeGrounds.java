package hongyan.pipelines.rules;

import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.alerts.Ground;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writing down what an alert of {@link SmokeAtPass} rests on. */
final class SmokeGrounds {
  private final String station;
  private final SmokeAtPass smoke;
  private final List<Ground> grounds = new ArrayList<>();

  SmokeGrounds(String station, SmokeAtPass smoke) {
    this.station = station;
    this.smoke = smoke;
  }

  void hour(Instant label, BigDecimal value, BigDecimal background, Neighbours neighbours) {
    String hour = Words.hour(label);
    String rise = Words.whole(value.subtract(background));
    grounds.add(
        Words.ofHour(
            "%s PM2.5 为 %s µg/m³，此前均值 %s，升高 %s"
                .formatted(hour, Words.whole(value), Words.whole(background), rise),
            "%s: PM2.5 %s µg/m³, %s before, up by %s"
                .formatted(hour, Words.whole(value), Words.whole(background), rise),
            station,
            label));
    long kilometres = Math.round(smoke.calm().metres() / 1000);
    grounds.add(
        new Ground(
            "%s %d 千米内 %d 个站点平稳：变化中位数 %s，浓度中位数 %s µg/m³"
                .formatted(
                    hour,
                    kilometres,
                    neighbours.count(),
                    Words.whole(neighbours.rise()),
                    Words.whole(neighbours.value())),
            "%s: %d stations within %d km stay flat: median change %s, median value %s µg/m³"
                .formatted(
                    hour,
                    neighbours.count(),
                    kilometres,
                    Words.whole(neighbours.rise()),
                    Words.whole(neighbours.value())),
            null));
  }

  /** Adds the ratio that speaks against dust, where PM10 is known and not zero. */
  void ratio(BigDecimal pm25, @Nullable BigDecimal pm10, Instant label) {
    if (pm10 != null && pm10.signum() > 0) {
      String ratio =
          pm25.divide(pm10, MathContext.DECIMAL128)
              .setScale(2, RoundingMode.HALF_EVEN)
              .toPlainString();
      grounds.add(
          Words.ofHour(
              "PM2.5/PM10 为 %s，不像沙尘".formatted(ratio),
              "PM2.5/PM10 is %s, unlike dust".formatted(ratio),
              station,
              label));
    }
  }

  void flyway(ZoneRef zone) {
    grounds.add(
        new Ground(
            "站点位于迁飞通道 %s 内或 %.0f 米范围内，正值保护重点时段".formatted(zone.id(), smoke.nearMetres()),
            "the station lies in or within %.0f m of flyway %s, in its season"
                .formatted(smoke.nearMetres(), zone.id()),
            "zone/%s/%d".formatted(zone.id(), zone.version())));
  }

  void rule() {
    grounds.add(
        new Ground(
            "规则 %s 第 %s 版，阈值为平台自定，仅为线索".formatted(smoke.rule().id(), smoke.rule().version()),
            "rule %s version %s, thresholds of the platform's own choice; a lead only"
                .formatted(smoke.rule().id(), smoke.rule().version()),
            null));
  }

  List<Ground> list() {
    return List.copyOf(grounds);
  }
}
