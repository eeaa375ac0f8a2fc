package hongyan.service.inspection;

import hongyan.geo.law.Words;
import hongyan.geo.place.CivilTime;
import hongyan.geo.place.County;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095;
import hongyan.pipelines.air.Gb3095.Average;
import hongyan.pipelines.air.Gb3095.Standard;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.assessment.GoodDays;
import hongyan.pipelines.air.assessment.PeriodStatistics;
import hongyan.pipelines.air.assessment.Series;
import hongyan.pipelines.air.assessment.Statistic;
import hongyan.pipelines.air.assessment.SubjectDays;
import hongyan.service.documents.Language;
import hongyan.service.problems.Funnel;
import hongyan.service.problems.FunnelView;
import hongyan.service.problems.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the report together: targets, ledger, air, counties, sums. Thread-safe. */
public final class Reporting {
  private static final Words LEDGER_METHOD =
      new Words(
          "发现时间在本期内的台账问题；状态为现在的状态，逐级包含其后的状态",
          "entries found in the period; their states are as of now, each step counts those further");
  private static final Words AIR_METHOD =
      new Words(
          "PM2.5为各月有效日均值的算术平均，未扣除沙尘；AQI为每日按当日有效的标准计算的值",
          "PM2.5: mean of the valid daily means of each month, sand-dust days not deducted; AQI: of each"
              + " day, by the standard of its date");

  private final Inspection inspection;
  private final Jurisdiction city;
  private final InspectionData data;
  private final Clock clock;
  private final Gb3095 limits = Gb3095.load();

  public Reporting(Inspection inspection, Jurisdiction city, InspectionData data, Clock clock) {
    this.inspection = inspection;
    this.city = city;
    this.data = data;
    this.clock = clock;
  }

  /** Returns the report on a period; {@code county} is an adcode, or null for the whole city. */
  Report report(CivilPeriod period, @Nullable String county, Language language) {
    YearData once = new YearData(data);
    List<TargetFigure> all = inspection.figures(period, county, once, language);
    return new Report(
        period.code(),
        period.from(),
        period.to(),
        city.name(),
        county,
        county == null ? city.name() : name(county),
        OffsetDateTime.ofInstant(clock.instant(), CivilTime.ZONE).truncatedTo(ChronoUnit.SECONDS),
        Arrays.stream(Section.values())
            .map(each -> part(each, all, language))
            .filter(each -> !each.items().isEmpty())
            .toList(),
        ledger(period, county, once, language),
        air(period, Objects.requireNonNullElse(county, city.adcode()), once, language),
        county == null ? counties(period, once, language) : List.of(),
        all.stream()
            .flatMap(each -> each.sums().stream())
            .sorted(Comparator.comparing(SumCheck::consistent))
            .toList());
  }

  private String name(String county) {
    return city.counties().stream()
        .filter(each -> each.adcode().equals(county))
        .map(County::name)
        .findFirst()
        .orElse(county);
  }

  private static Report.Part part(Section section, List<TargetFigure> all, Language language) {
    return new Report.Part(
        section.code(),
        language.of(section.words()),
        all.stream().filter(each -> each.section().equals(section.code())).toList());
  }

  /** What is computed for each county: the yearly figures, not what a document splits. */
  private List<Report.CountyPart> counties(CivilPeriod period, YearData once, Language language) {
    return city.counties().stream()
        .map(
            each ->
                new Report.CountyPart(
                    each.adcode(),
                    each.name(),
                    inspection.figures(period, each.adcode(), once, language).stream()
                        .filter(figure -> figure.source().equals("computed"))
                        .toList()))
        .toList();
  }

  private Report.LedgerPart ledger(
      CivilPeriod period, @Nullable String county, YearData once, Language language) {
    List<Problem> found =
        once.problems().stream()
            .filter(each -> period.contains(each.foundOn()))
            .filter(each -> county == null || county.equals(each.county()))
            .toList();
    String span =
        "from=%s&to=%s%s"
            .formatted(period.from(), period.to(), county == null ? "" : "&county=" + county);
    return new Report.LedgerPart(
        data.showFunnels(found, language).stream()
            .map(
                each ->
                    new FunnelView(
                        each.id(), each.title(), each.funnel(), each.records() + "&" + span))
            .toList(),
        Funnel.of(found, inspection.today()),
        language.of(LEDGER_METHOD),
        "/api/v1/inspection/problems?" + span,
        Query.value("/api/v1/inspection/campaigns?" + span, "/together"));
  }

  private Report.AirPart air(CivilPeriod period, String subject, YearData once, Language language) {
    SubjectDays days =
        new SubjectDays(subject, period, once.days(subject, period.from().getYear()), Set.of());
    List<Report.Month> months = period.months().stream().map(each -> month(days, each)).toList();
    List<Standard> standards = limits.listBetween(period.from(), period.to());
    BigDecimal limit =
        standards.isEmpty()
            ? null
            : standards
                .get(standards.size() - 1)
                .findLimit(Pollutant.PM25, Average.YEAR, Gb3095.Grade.II)
                .orElse(null);
    return new Report.AirPart(
        subject,
        months,
        limit,
        calendar(days),
        GoodDays.asReported(days).levels(),
        language.of(AIR_METHOD),
        Stream.concat(
                Hj663.listIn(period).stream().map(Hj663::id),
                GoodDays.asReported(days).standards().stream())
            .toList(),
        "/api/v1/air/daily?county=%s&from=%s&to=%s".formatted(subject, period.from(), period.to()),
        Query.value(
            "/api/v1/air/calendar?county=%s&year=%d".formatted(subject, period.from().getYear()),
            ""));
  }

  private static Report.Month month(SubjectDays days, YearMonth month) {
    CivilPeriod period = CivilPeriod.parse(month.toString());
    List<Hj663> rules = Hj663.listIn(period);
    Statistic mean =
        PeriodStatistics.of(
                new SubjectDays(days.subject(), period, days.days(), Set.of()),
                rules.get(rules.size() - 1),
                Series.ALL)
            .getLeading(Pollutant.PM25);
    return new Report.Month(month.toString(), mean.rounded(), mean.count(), mean.valid());
  }

  private static List<Report.Day> calendar(SubjectDays days) {
    Map<LocalDate, AirFigure> byDate =
        days.days().stream()
            .filter(AirFigure::valid)
            .collect(Collectors.toMap(each -> LocalDate.parse(each.date()), Function.identity()));
    return days.period()
        .from()
        .datesUntil(days.period().to().plusDays(1))
        .map(
            date -> {
              AirFigure day = byDate.get(date);
              return day == null
                  ? new Report.Day(date, null, null)
                  : new Report.Day(date, day.aqi(), day.level());
            })
        .toList();
  }
}
