package hongyan.pipelines.rules;

import hongyan.pipelines.alerts.Ground;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writing down what an alert of {@link HighValueReminder} rests on. */
final class ReminderGrounds {
  private ReminderGrounds() {}

  static List<Ground> of(String station, List<HighHour> episode, HighValueReminder rule) {
    List<Ground> grounds = new ArrayList<>();
    for (HighHour hour : episode) {
      grounds.add(ofHour(station, hour, rule));
    }
    grounds.add(
        new Ground(
            "规则 %s 第 %s 版，阈值为平台自定".formatted(rule.rule().id(), rule.rule().version()),
            "rule %s version %s, thresholds of the platform's own choice"
                .formatted(rule.rule().id(), rule.rule().version()),
            null));
    return List.copyOf(grounds);
  }

  private static Ground ofHour(String station, HighHour hour, HighValueReminder rule) {
    String label = Words.hour(hour.label());
    String code = hour.pollutant().code();
    String value = Words.whole(hour.value());
    StringBuilder fact = new StringBuilder("%s %s 为 %s µg/m³".formatted(label, code, value));
    StringBuilder factEn = new StringBuilder("%s: %s %s µg/m³".formatted(label, code, value));
    BigDecimal others = hour.others();
    if (others != null && hour.aboveOthers(rule.others())) {
      String mean = Words.whole(others);
      fact.append("，周边 %d 个评价点均值 %s".formatted(hour.otherCount(), mean));
      factEn.append(
          ", mean of %d evaluation stations around %s".formatted(hour.otherCount(), mean));
    }
    BigDecimal base = hour.base();
    if (base != null) {
      fact.append("，升高前一小时 %s".formatted(Words.whole(base)));
      factEn.append(", %s in the hour before the rise".formatted(Words.whole(base)));
    }
    return Words.ofHour(fact.toString(), factEn.toString(), station, hour.label());
  }
}
