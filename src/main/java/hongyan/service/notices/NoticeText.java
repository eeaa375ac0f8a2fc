package hongyan.service.notices;

import hongyan.service.notices.Notice.AreaDay;
import hongyan.service.notices.Notice.Expected;
import hongyan.service.notices.Notice.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The first wording of a document, for people to go on from. */
final class NoticeText {
  private NoticeText() {}

  static String chinese(Notice.Kind kind, String date, Facts facts) {
    List<String> lines = new ArrayList<>();
    if (kind == Notice.Kind.DAILY_REVIEW) {
      AreaDay city = facts.areas().get(0);
      lines.add("%s %s空气质量：%s。".formatted(date, city.name(), day(city)));
      List<AreaDay> bad = over(facts);
      lines.add(
          bad.isEmpty()
              ? "有数据的县市区 AQI 均未超过 100。"
              : "AQI 超过 100 的县市区："
                  + bad.stream()
                      .map(a -> a.name() + "（" + day(a) + "）")
                      .collect(Collectors.joining("、"))
                  + "。");
      lines.add(
          facts.alerts().isEmpty()
              ? "当日无污染提醒和预警建议。"
              : "当日污染提醒和预警建议 %d 条。".formatted(facts.alerts().size()));
    }
    List<Expected> ahead = ofCity(facts);
    if (ahead.isEmpty()) {
      lines.add("暂无未来三天预报。");
    }
    for (Expected day : ahead) {
      lines.add(
          "预计 %s：AQI %s，%s（%s）。"
              .formatted(
                  day.date(),
                  range(day),
                  day.level(),
                  day.official() ? day.issuer() : "平台基线，不是官方预报"));
    }
    return String.join("\n", lines);
  }

  static String english(Notice.Kind kind, String date, Facts facts) {
    List<String> lines = new ArrayList<>();
    if (kind == Notice.Kind.DAILY_REVIEW) {
      AreaDay city = facts.areas().get(0);
      lines.add("%s, %s: %s.".formatted(date, city.adcode(), dayEn(city)));
      List<AreaDay> bad = over(facts);
      lines.add(
          bad.isEmpty()
              ? "No county with figures was above AQI 100."
              : "Counties above AQI 100: "
                  + bad.stream()
                      .map(a -> a.adcode() + " (" + dayEn(a) + ")")
                      .collect(Collectors.joining(", "))
                  + ".");
      lines.add(
          "Reminders and suggested warnings on the day: %d.".formatted(facts.alerts().size()));
    }
    List<Expected> ahead = ofCity(facts);
    if (ahead.isEmpty()) {
      lines.add("There is no forecast of the next three days.");
    }
    for (Expected day : ahead) {
      lines.add(
          "Expected on %s: AQI %s, %s (%s)."
              .formatted(
                  day.date(),
                  range(day),
                  day.levelEn(),
                  day.official() ? day.issuer() : "baseline, not an official forecast"));
    }
    return String.join("\n", lines);
  }

  private static String day(AreaDay area) {
    return area.aqi() == null
        ? "无有效 AQI"
        : "AQI %d，%s%s"
            .formatted(
                area.aqi(),
                area.level(),
                area.primary().isEmpty() ? "" : "，首要污染物 " + String.join("、", area.primary()));
  }

  private static String dayEn(AreaDay area) {
    return area.aqi() == null
        ? "no valid AQI"
        : "AQI %d, %s%s"
            .formatted(
                area.aqi(),
                area.levelEn(),
                area.primary().isEmpty() ? "" : ", primary " + String.join(", ", area.primary()));
  }

  private static List<AreaDay> over(Facts facts) {
    return facts.areas().stream()
        .skip(1)
        .filter(area -> area.aqi() != null && area.aqi() > 100)
        .toList();
  }

  private static List<Expected> ofCity(Facts facts) {
    String city = facts.areas().get(0).adcode();
    return facts.expected().stream().filter(day -> day.adcode().equals(city)).toList();
  }

  private static String range(Expected day) {
    BigDecimal low = day.low();
    BigDecimal high = day.high();
    return low.compareTo(high) == 0
        ? low.toPlainString()
        : low.toPlainString() + "–" + high.toPlainString();
  }
}
