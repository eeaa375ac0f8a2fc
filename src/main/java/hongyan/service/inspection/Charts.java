package hongyan.service.inspection;

import hongyan.service.documents.Language;
import hongyan.service.documents.Svg;
import hongyan.service.problems.FunnelView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pictures of a report. Every figure that they show stands in its tables too. */
public final class Charts {
  private static final double WIDTH = 720;
  private static final String INK = "#1a1a1a";
  private static final String GREY = "#666666";
  private static final String RULE = "#bbbbbb";
  private static final String BAR = "#2b6a8f";
  private static final String WARN = "#c8102e";

  /** Colours of the levels, HJ 633-2012 table 2 and HJ 633-2026: 优 to 严重污染. */
  private static final List<String> LEVELS =
      List.of("#00e400", "#ffff00", "#ff7e00", "#ff0000", "#99004c", "#7e0023");

  private static final List<String> LEVELS_ZH = List.of("优", "良", "轻度", "中度", "重度", "严重");
  private static final List<String> LEVELS_EN = List.of("I", "II", "III", "IV", "V", "VI");

  private final Report report;
  private final boolean english;

  Charts(Report report, Language language) {
    this.report = report;
    this.english = language == Language.EN;
  }

  private String say(String zh, String en) {
    return english ? en : zh;
  }

  /** Draws for each campaign how many problems came how far; null without any. */
  public @Nullable String funnels() {
    List<FunnelView> campaigns = report.ledger().campaigns();
    if (campaigns.isEmpty()) {
      return null;
    }
    double row = 15;
    double block = row * 4 + 26;
    int most = campaigns.stream().mapToInt(each -> each.funnel().found()).max().orElse(1);
    Svg svg = new Svg(WIDTH, block * campaigns.size(), say("问题台账漏斗", "funnels of the ledger"));
    for (int i = 0; i < campaigns.size(); i++) {
      FunnelView each = campaigns.get(i);
      double y = block * i + 14;
      svg.text(0, y, "start", 12, INK, each.title());
      step(svg, y + 6, say("发现", "found"), each.id() + "/found", each.funnel().found(), most);
      step(
          svg,
          y + 6 + row,
          say("已整改", "put right"),
          each.id() + "/rectified",
          each.funnel().rectified(),
          most);
      step(svg, y + 6 + row * 2, say("已回头看", "re-checked"), "", each.funnel().rechecked(), most);
      step(
          svg,
          y + 6 + row * 3,
          say("已销号", "closed"),
          each.id() + "/closed",
          each.funnel().closed(),
          most);
    }
    return svg.done();
  }

  private static void step(Svg svg, double y, String label, String id, int count, int most) {
    double length = (WIDTH - 170) * count / most;
    svg.text(90, y + 10, "end", 10.5, GREY, label);
    svg.rect(98, y, Math.max(length, 0.5), 12, BAR);
    svg.figure(id, 104 + length, y + 10, "start", 10.5, INK, Integer.toString(count));
  }

  /** Draws how far each target with a figure is, in per cent of what is asked; null without any. */
  public @Nullable String targets() {
    List<TargetFigure> asked =
        report.sections().stream()
            .flatMap(each -> each.items().stream())
            .filter(each -> each.actual() != null && each.target() != null)
            .filter(each -> each.target().signum() > 0)
            .toList();
    if (asked.isEmpty()) {
      return null;
    }
    double row = 20;
    double left = 300;
    double full = 220;
    Svg svg = new Svg(WIDTH, row * asked.size() + 24, say("实际与目标", "actual beside target"));
    for (int i = 0; i < asked.size(); i++) {
      TargetFigure each = asked.get(i);
      double ratio = each.actual().doubleValue() / each.target().doubleValue();
      double y = row * i + 4;
      svg.text(left - 8, y + 11, "end", 10.5, INK, shortened(each.title()));
      svg.rect(left, y, Math.max(0.5, full * Math.min(ratio, 1.4)), 13, missed(each) ? WARN : BAR);
      svg.text(left + full * 1.4 + 6, y + 11, "start", 10.5, INK, beside(each));
    }
    double bottom = row * asked.size() + 4;
    svg.line(left + full, 0, left + full, bottom, INK, "3 2");
    svg.text(left + full, bottom + 13, "middle", 10, GREY, say("目标 = 100 %", "target = 100 %"));
    return svg.done();
  }

  private static boolean missed(TargetFigure figure) {
    int order = figure.actual().compareTo(figure.target());
    return "at-most".equals(figure.direction()) ? order > 0 : order < 0;
  }

  private static String beside(TargetFigure figure) {
    String sign = "at-most".equals(figure.direction()) ? " ≤ " : " ≥ ";
    return plain(figure.actual()) + " /" + sign + plain(figure.target());
  }

  private String shortened(String title) {
    int most = english ? 46 : 24;
    return title.length() <= most ? title : title.substring(0, most - 1) + "…";
  }

  /** Draws PM2.5 month by month; null when the period has one month only or no figure. */
  public @Nullable String months() {
    List<Report.Month> months = report.air().months();
    if (months.size() < 2 || months.stream().allMatch(each -> each.value() == null)) {
      return null;
    }
    double top =
        Math.max(
                highest(months),
                report.air().limit() == null ? 0 : report.air().limit().doubleValue())
            * 1.15;
    Svg svg = new Svg(WIDTH, 230, say("PM2.5 月均浓度", "PM2.5 month by month"));
    svg.text(
        0,
        12,
        "start",
        10.5,
        GREY,
        say("微克/立方米；空心点：有效日不足", "µg/m³; open dots: too few valid days"));
    svg.line(40, 200, WIDTH, 200, RULE, "");
    limit(svg, top);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < months.size(); i++) {
      Report.Month month = months.get(i);
      double x = 70 + i * (WIDTH - 100) / (months.size() - 1.0);
      svg.text(
          x, 216, "middle", 10, GREY, Integer.parseInt(month.period().substring(5)) + say("月", ""));
      if (month.value() == null) {
        flush(svg, line);
        continue;
      }
      double y = 200 - 175 * month.value().doubleValue() / top;
      line.append(Svg.point(x, y)).append(' ');
      svg.dot(x, y, BAR, !month.valid());
      svg.figure("pm25/" + month.period(), x, y - 7, "middle", 10, INK, plain(month.value()));
    }
    flush(svg, line);
    return svg.done();
  }

  private void limit(Svg svg, double top) {
    BigDecimal limit = report.air().limit();
    if (limit != null) {
      double y = 200 - 175 * limit.doubleValue() / top;
      svg.line(40, y, WIDTH, y, WARN, "4 3");
      svg.text(
          WIDTH,
          12,
          "end",
          10,
          WARN,
          say("虚线：二级年均限值 ", "dashed: Grade II for a year, ") + plain(limit));
    }
  }

  private static void flush(Svg svg, StringBuilder line) {
    if (line.indexOf(" ") != line.lastIndexOf(" ")) {
      svg.polyline(line.toString().trim(), BAR);
    }
    line.setLength(0);
  }

  private static double highest(List<Report.Month> months) {
    return months.stream()
        .map(Report.Month::value)
        .filter(Objects::nonNull)
        .mapToDouble(BigDecimal::doubleValue)
        .max()
        .orElse(1);
  }

  /** Draws the AQI of each day, a row a month; null without any. */
  public @Nullable String calendar() {
    if (report.air().days().stream().allMatch(each -> each.aqi() == null)) {
      return null;
    }
    Map<String, List<Report.Day>> months =
        report.air().days().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.date().toString().substring(0, 7),
                    TreeMap::new,
                    Collectors.toList()));
    double cell = (WIDTH - 46) / 31;
    double row = 17;
    Svg svg = new Svg(WIDTH, 16 + row * months.size() + 26, say("AQI 日历", "AQI day by day"));
    for (int day = 1; day <= 31; day++) {
      svg.text(46 + (day - 0.5) * cell, 10, "middle", 8.5, GREY, Integer.toString(day));
    }
    int at = 0;
    for (Map.Entry<String, List<Report.Day>> month : months.entrySet()) {
      double y = 16 + row * at++;
      svg.text(40, y + 12, "end", 10, GREY, month.getKey());
      month.getValue().forEach(each -> day(svg, each, cell, y));
    }
    legend(svg, 16 + row * months.size() + 8);
    return svg.done();
  }

  private static void day(Svg svg, Report.Day day, double cell, double y) {
    LocalDate date = day.date();
    double x = 46 + (date.getDayOfMonth() - 1) * cell;
    if (day.aqi() == null || day.level() == null) {
      svg.frame(x + 0.5, y + 0.5, cell - 1, 15, RULE);
      return;
    }
    svg.rect(x + 0.5, y + 0.5, cell - 1, 15, LEVELS.get(day.level() - 1));
    svg.figure(
        "aqi/" + date,
        x + cell / 2,
        y + 11,
        "middle",
        8,
        day.level() >= 4 ? "#ffffff" : INK,
        day.aqi().toString());
  }

  private void legend(Svg svg, double y) {
    for (int level = 1; level <= LEVELS.size(); level++) {
      double x = 46 + (level - 1) * 108.0;
      svg.rect(x, y, 12, 12, LEVELS.get(level - 1));
      svg.text(
          x + 17,
          y + 10,
          "start",
          10,
          INK,
          (english ? LEVELS_EN : LEVELS_ZH).get(level - 1)
              + " "
              + report.air().levels().getOrDefault(level, 0)
              + say(" 天", " d"));
    }
  }

  private static String plain(BigDecimal figure) {
    return figure.setScale(Math.min(figure.scale(), 2), RoundingMode.HALF_EVEN).toPlainString();
  }
}
