package hongyan.service.inspection;

import static java.util.stream.Collectors.joining;

import hongyan.geo.law.Words;
import hongyan.geo.place.County;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095;
import hongyan.pipelines.air.Gb3095.Standard;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.assessment.Attainment;
import hongyan.pipelines.air.assessment.GoodDays;
import hongyan.pipelines.air.assessment.PeriodStatistics;
import hongyan.pipelines.air.assessment.Series;
import hongyan.pipelines.air.assessment.Statistic;
import hongyan.pipelines.air.assessment.SubjectDays;
import hongyan.service.problems.Funnel;
import hongyan.service.problems.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the actual figure of a target. Pure: the same data give the same figures. */
record Actuals(Jurisdiction city, YearData data, Gb3095 limits) {
  private static final Words VALID_DAYS = new Words("有效日", "valid days");
  private static final Words ALERTS = new Words("预警", "alerts");
  private static final Words DOCUMENTS = new Words("已签发文书", "issued documents");
  private static final Words ENTRIES = new Words("台账问题", "entries of the ledger");
  private static final Words COUNTIES = new Words("可判定的县市区", "counties that can be judged");

  Actual of(Target target) {
    CivilPeriod period = CivilPeriod.parse(target.period());
    String subject = Objects.requireNonNullElse(target.county(), city.adcode());
    Metric metric = Metric.of(target.metric());
    return switch (metric.kind()) {
      case PM25_MEAN -> pm25Mean(subject, period, standardOf(target));
      case GOOD_DAY_RATE -> goodDayRate(subject, period);
      case COUNTIES_AT_GRADE_II -> countiesAtGradeTwo(period, standardOf(target));
      case WARNINGS ->
          alerts(
              target,
              metric,
              period,
              "kind=pollution&conduct=warning-yellow&conduct=warning-orange&conduct=warning-red");
      case REMINDERS -> alerts(target, metric, period, "kind=pollution&conduct=reminder");
      case TRANSPORT_DUST_REMINDERS ->
          alerts(
              target,
              metric,
              period,
              "kind=pollution&conduct=transport-reminder&conduct=dust-reminder");
      case DAILY_REVIEWS -> documents(data.reviews(period), "daily-review", period);
      case AIR_FORECASTS -> documents(data.bulletins(period), "forecast-bulletin", period);
      case LEADS -> alerts(target, metric, period, "kind=violation&item=" + metric.item());
    };
  }

  /**
   * Counts the ledger for a target, as it is now, of what was found until the end of the target's
   * period; empty when the ledger has no entry of its campaigns.
   */
  Optional<Actual> ofLedger(Target target, LocalDate today) {
    LedgerCount count = Objects.requireNonNull(target.ledger(), target.id());
    if (count.entries(data.problems(), target.lastDay(), null).isEmpty()) {
      return Optional.empty();
    }
    List<Problem> here = count.entries(data.problems(), target.lastDay(), target.county());
    int figure = count.counted().of(Funnel.of(here, today));
    String asked = ledgerQuery(count, target);
    return Optional.of(
        new Actual(
            BigDecimal.valueOf(figure),
            null,
            here.size(),
            ENTRIES,
            true,
            new Words(
                "问题台账中%s，按现在的状态".formatted(count.counted().words().zh()),
                "%s in the ledger, as their states are now"
                    .formatted(count.counted().words().en())),
            List.of(),
            "/api/v1/inspection/problems?" + asked,
            Query.value(
                "/api/v1/inspection/campaigns?" + asked, "/together/" + count.counted().field()),
            List.of()));
  }

  private static String ledgerQuery(LedgerCount count, Target target) {
    return count.campaigns().stream().map(each -> "campaign=" + each + "&").collect(joining())
        + (target.county() == null ? "" : "county=" + target.county() + "&")
        + "to="
        + target.lastDay();
  }

  private static Standard standardOf(Target target) {
    return Objects.requireNonNull(target.standard(), "the limits that " + target.id() + " needs");
  }

  private Actual pm25Mean(String subject, CivilPeriod period, Standard standard) {
    Hj663 rules = Hj663.belongingTo(standard);
    PeriodStatistics all = PeriodStatistics.of(days(subject, period), rules, Series.ALL);
    Statistic mean = all.getLeading(Pollutant.PM25);
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
        daysUrl(subject, period),
        Query.value(
            "/api/v1/air/statistics?period=%s&county=%s".formatted(period.code(), subject),
            "/statistics/%d/items/%d/evaluation"
                .formatted(
                    Hj663.listIn(period).indexOf(rules) * Series.values().length
                        + Series.ALL.ordinal(),
                    all.items().indexOf(mean))),
        List.of());
  }

  private SubjectDays days(String subject, CivilPeriod period) {
    return new SubjectDays(subject, period, data.days(subject, period.from().getYear()), Set.of());
  }

  private Actual goodDayRate(String subject, CivilPeriod period) {
    GoodDays days = GoodDays.asReported(days(subject, period));
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
        daysUrl(subject, period),
        Query.value(
            "/api/v1/air/statistics?period=%s&county=%s".formatted(period.code(), subject),
            "/goodDays/0/rate"),
        List.of());
  }

  private Actual countiesAtGradeTwo(CivilPeriod period, Standard standard) {
    List<Attainment> counties =
        city.counties().stream()
            .map(County::adcode)
            .map(each -> Attainment.of(days(each, period), standard, Series.ALL))
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
        daysUrl(city.adcode(), period),
        new Query(
            city.counties().stream()
                .map(
                    each ->
                        "/api/v1/air/attainment?year=%s&county=%s"
                            .formatted(period.code(), each.adcode()))
                .toList(),
            "/attainments/%d/meets"
                .formatted(
                    limits.listBetween(period.from(), period.to()).indexOf(standard)
                            * Series.values().length
                        + Series.ALL.ordinal()),
            Query.TRUE),
        counties);
  }

  private Actual alerts(Target target, Metric metric, CivilPeriod period, String query) {
    String url = alertsUrl(query, target.county(), period);
    int count =
        data.alerts(period).stream()
            .filter(metric::counts)
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
        url,
        Query.size(url + "&limit=1000", "/items"),
        List.of());
  }

  private static Actual documents(int count, String kind, CivilPeriod period) {
    String url =
        "/api/v1/notices?kind=%s&from=%s&to=%s".formatted(kind, period.from(), period.to());
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
        url,
        Query.size(url, ""),
        List.of());
  }

  private static boolean isIn(@Nullable String county, AlertCount alerts) {
    return county == null || county.equals(alerts.county());
  }

  private static String daysUrl(String subject, CivilPeriod period) {
    return "/api/v1/air/daily?county=%s&from=%s&to=%s"
        .formatted(subject, period.from(), period.to());
  }

  /** Civil days of Asia/Shanghai begin at 16:00 UTC: a form that needs no escapes. */
  private static String alertsUrl(String query, @Nullable String county, CivilPeriod period) {
    return "/api/v1/alerts?%s%s&authorised=false&supported=true&merged=false&from=%sT16:00:00Z&to=%sT16:00:00Z"
        .formatted(
            query,
            county == null ? "" : "&county=" + county,
            period.from().minusDays(1),
            period.to());
  }
}
