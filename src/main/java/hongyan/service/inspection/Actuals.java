package hongyan.service.inspection;

import hongyan.geo.law.Words;
import hongyan.geo.place.County;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095.Standard;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.assessment.Attainment;
import hongyan.pipelines.air.assessment.GoodDays;
import hongyan.pipelines.air.assessment.PeriodStatistics;
import hongyan.pipelines.air.assessment.Series;
import hongyan.pipelines.air.assessment.Statistic;
import hongyan.pipelines.air.assessment.SubjectDays;
import hongyan.pipelines.alerts.AlertKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Computes the actual figure of a target. Pure: the same data give the same figures. */
record Actuals(Jurisdiction city, YearData data) {
  private static final Words VALID_DAYS = new Words("有效日", "valid days");
  private static final Words ALERTS = new Words("预警", "alerts");
  private static final Words DOCUMENTS = new Words("已签发文书", "issued documents");
  private static final Words COUNTIES = new Words("可判定的县市区", "counties that can be judged");
  private static final Set<String> PASSING = Set.of("transport-reminder", "dust-reminder");

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
      case TRANSPORT_DUST_REMINDERS ->
          alerts(
              target,
              each -> each.kind() == AlertKind.POLLUTION && PASSING.contains(each.conduct()),
              "kind=pollution&conduct=transport-reminder&conduct=dust-reminder");
      case DAILY_REVIEWS -> documents(data.reviews(year), "daily-review", year);
      case AIR_FORECASTS -> documents(data.bulletins(year), "forecast-bulletin", year);
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
    Statistic mean =
        PeriodStatistics.of(days(subject, year), rules, Series.ALL).getLeading(Pollutant.PM25);
    return new Actual(
        mean.evaluation(),
        mean.value(),
        mean.count(),
        VALID_DAYS,
        mean.valid(),
        new Words(
            "有效日均值的算术平均；全年至少%d个有效日，每月至少%d个（二月%d个）；未扣除沙尘"
                .formatted(rules.yearDays(), rules.monthDays(), rules.februaryDays()),
            ("mean of the valid daily means; a year needs %d valid days, a month %d (February %d);"
                    + " sand-dust days are not deducted")
                .formatted(rules.yearDays(), rules.monthDays(), rules.februaryDays())),
        List.of(rules.id(), standard.id()),
        daysUrl(subject, year),
        List.of());
  }

  private SubjectDays days(String subject, int year) {
    return new SubjectDays(subject, CivilPeriod.ofYear(year), data.days(subject, year), Set.of());
  }

  private Actual goodDayRate(String subject, int year) {
    GoodDays days = GoodDays.asReported(days(subject, year));
    return new Actual(
        days.rate(),
        null,
        days.count(),
        VALID_DAYS,
        days.count() > 0,
        new Words(
            "AQI不大于%d的%d天占有效日的比例，每日按当日有效的标准".formatted(GoodDays.GOOD_AQI, days.good()),
            "%d days with an AQI of at most %d, of the valid days; each by the standard of its date"
                .formatted(days.good(), GoodDays.GOOD_AQI)),
        days.standards(),
        daysUrl(subject, year),
        List.of());
  }

  private Actual countiesAtGradeTwo(int year, Standard standard) {
    List<Attainment> counties =
        city.counties().stream()
            .map(County::adcode)
            .map(each -> Attainment.of(days(each, year), standard, Series.ALL))
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

  private static Actual documents(int count, String kind, int year) {
    return new Actual(
        BigDecimal.valueOf(count),
        null,
        count,
        DOCUMENTS,
        true,
        new Words(
            "按文书日期计数，只计在平台签发的；签发人按填写内容保存",
            "counted by their dates, only those issued on the platform; who issued is kept as given"),
        List.of(),
        "/api/v1/notices?kind=%s&from=%d-01-01&to=%d-12-31".formatted(kind, year, year),
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
    return "/api/v1/alerts?%s%s&authorised=false&supported=true&merged=false&from=%d-12-31T16:00:00Z&to=%d-12-31T16:00:00Z"
        .formatted(query, county == null ? "" : "&county=" + county, year - 1, year);
  }
}
