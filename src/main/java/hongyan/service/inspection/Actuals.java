package hongyan.service.inspection;

import hongyan.geo.law.Words;
import hongyan.geo.place.County;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Gb3095.Standard;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.alerts.AlertKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Computes the actual figure of a target. Pure: the same data give the same figures. */
record Actuals(Jurisdiction city, YearData data) {
  private static final int GOOD_AQI = 100;
  private static final Words VALID_DAYS = new Words("有效日", "valid days");
  private static final Words ALERTS = new Words("预警", "alerts");
  private static final Words COUNTIES = new Words("可判定的县市区", "counties that can be judged");

  Actual of(Target target) {
    int year = target.year();
    String subject = Objects.requireNonNullElse(target.county(), city.adcode());
    Metric metric = Metric.of(target.metric());
    return switch (metric.kind()) {
      case PM25_MEAN -> pm25Mean(subject, year, standardOf(target));
      case GOOD_DAY_RATE -> goodDayRate(subject, year);
      case COUNTIES_AT_GRADE_II -> countiesAtGradeTwo(year, standardOf(target));
      case WARNINGS ->
          alerts(
              target,
              each -> each.kind() == AlertKind.POLLUTION && each.conduct().startsWith("warning-"),
              "kind=pollution&conduct=warning-yellow&conduct=warning-orange&conduct=warning-red");
      case REMINDERS ->
          alerts(
              target,
              each -> each.kind() == AlertKind.POLLUTION && each.conduct().equals("reminder"),
              "kind=pollution&conduct=reminder");
      case LEADS ->
          alerts(
              target,
              each ->
                  each.kind() == AlertKind.VIOLATION && Objects.equals(each.item(), metric.item()),
              "kind=violation&item=" + metric.item());
    };
  }

  private static Standard standardOf(Target target) {
    return Objects.requireNonNull(target.standard(), "the limits that " + target.id() + " needs");
  }

  private Actual pm25Mean(String subject, int year, Standard standard) {
    Hj663 rules = Hj663.belongingTo(standard);
    DailyValues values = DailyValues.of(Pollutant.PM25, year, data.days(subject, year));
    BigDecimal mean = values.findMean().orElse(null);
    return new Actual(
        mean == null ? null : rules.rounded(Pollutant.PM25, mean),
        mean,
        values.count(),
        VALID_DAYS,
        values.enoughUnder(rules),
        new Words(
            "有效日均值的算术平均；全年至少%d个有效日，每月至少%d个（二月%d个）"
                .formatted(rules.yearDays(), rules.monthDays(), rules.februaryDays()),
            "mean of the valid daily means; a year needs %d valid days, a month %d (February %d)"
                .formatted(rules.yearDays(), rules.monthDays(), rules.februaryDays())),
        List.of(rules.id(), standard.id()),
        daysUrl(subject, year),
        List.of());
  }

  private Actual goodDayRate(String subject, int year) {
    List<AirFigure> valid =
        data.days(subject, year).stream()
            .filter(day -> day.period() == Period.DAY && day.valid() && day.aqi() != null)
            .filter(day -> LocalDate.parse(day.date()).getYear() == year)
            .toList();
    long good = valid.stream().filter(Actuals::isGood).count();
    return new Actual(
        valid.isEmpty()
            ? null
            : BigDecimal.valueOf(good * 100)
                .divide(BigDecimal.valueOf(valid.size()), 1, RoundingMode.HALF_EVEN),
        null,
        valid.size(),
        VALID_DAYS,
        !valid.isEmpty(),
        new Words(
            "AQI不大于%d的%d天占有效日的比例，每日按当日有效的标准".formatted(GOOD_AQI, good),
            "%d days with an AQI of at most %d, of the valid days; each by the standard of its date"
                .formatted(good, GOOD_AQI)),
        valid.stream().map(AirFigure::standard).distinct().sorted().toList(),
        daysUrl(subject, year),
        List.of());
  }

  private static boolean isGood(AirFigure day) {
    Integer aqi = day.aqi();
    return aqi != null && aqi <= GOOD_AQI;
  }

  private Actual countiesAtGradeTwo(int year, Standard standard) {
    List<Attainment> counties =
        city.counties().stream()
            .map(County::adcode)
            .map(each -> Attainment.of(each, year, standard, data.days(each, year)))
            .toList();
    int judged = (int) counties.stream().filter(each -> each.meets() != null).count();
    long met = counties.stream().filter(each -> Boolean.TRUE.equals(each.meets())).count();
    return new Actual(
        judged == 0 ? null : BigDecimal.valueOf(met),
        null,
        judged,
        COUNTIES,
        judged == counties.size(),
        new Words(
            "六项污染物的年均值和日值百分位数均不超过二级限值；未扣除沙尘",
            "year's means and percentiles of the daily values of all six pollutants within Grade II;"
                + " sand-dust days are not deducted"),
        List.of(Hj663.belongingTo(standard).id(), standard.id()),
        daysUrl(city.adcode(), year),
        counties);
  }

  private Actual alerts(Target target, Predicate<AlertCount> counted, String query) {
    int year = target.year();
    int count =
        data.alerts(year).stream()
            .filter(counted)
            .filter(each -> isIn(target.county(), each))
            .mapToInt(AlertCount::count)
            .sum();
    return new Actual(
        BigDecimal.valueOf(count),
        null,
        count,
        ALERTS,
        true,
        new Words(
            "按发生时间计数，不含许可授权的和后续记录不再支持的",
            "counted by when they happened, without those that a permit authorises or that later"
                + " records no longer support"),
        List.of(),
        alertsUrl(query, target.county(), year),
        List.of());
  }

  private static boolean isIn(@Nullable String county, AlertCount alerts) {
    return county == null || county.equals(alerts.county());
  }

  private static String daysUrl(String subject, int year) {
    return "/api/v1/air/daily?county=%s&from=%d-01-01&to=%d-12-31".formatted(subject, year, year);
  }

  /** A civil year of Asia/Shanghai, which begins at 16:00 UTC, in a form that needs no escapes. */
  private static String alertsUrl(String query, @Nullable String county, int year) {
    return "/api/v1/alerts?%s%s&authorised=false&supported=true&from=%d-12-31T16:00:00Z&to=%d-12-31T16:00:00Z"
        .formatted(query, county == null ? "" : "&county=" + county, year - 1, year);
  }
}
