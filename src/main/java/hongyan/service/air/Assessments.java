package hongyan.service.air;

import hongyan.geo.city.City;
import hongyan.geo.place.County;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095.Standard;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.assessment.Attainment;
import hongyan.pipelines.air.assessment.Change;
import hongyan.pipelines.air.assessment.CompositeFigure;
import hongyan.pipelines.air.assessment.CompositeIndex;
import hongyan.pipelines.air.assessment.GoodDays;
import hongyan.pipelines.air.assessment.PeriodStatistics;
import hongyan.pipelines.air.assessment.Ranking;
import hongyan.pipelines.air.assessment.RankingMetric;
import hongyan.pipelines.air.assessment.Series;
import hongyan.pipelines.air.assessment.Standards;
import hongyan.pipelines.air.assessment.SubjectDays;
import hongyan.pipelines.air.assessment.YearOnYear;
import hongyan.pipelines.reference.DustDay;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.series.SeriesStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assesses what the store holds now, by every version and in every series that is to be shown. */
final class Assessments {
  private final Standards standards;
  private final City city;
  private final SeriesStore series;
  private final Supplier<Reference> reference;

  Assessments(Standards standards, City city, SeriesStore series, Supplier<Reference> reference) {
    this.standards = standards;
    this.city = city;
    this.series = series;
    this.reference = reference;
  }

  /**
   * The statistics of a period.
   *
   * @param statistics by version of HJ 663 in force in the period, and series
   * @param goodDays as they were reported; where the standard changed in the period, also by each
   * @param dustDays of the official list, in the period
   */
  record StatisticsView(
      String subject,
      String period,
      LocalDate from,
      LocalDate to,
      List<PeriodStatistics> statistics,
      List<GoodDays> goodDays,
      List<String> dustDays) {}

  StatisticsView statistics(String subject, CivilPeriod period) {
    SubjectDays days = days(subject, period);
    List<PeriodStatistics> statistics =
        Hj663.listIn(period).stream()
            .flatMap(
                rules ->
                    Arrays.stream(Series.values())
                        .map(each -> PeriodStatistics.of(days, rules, each)))
            .toList();
    return new StatisticsView(
        subject,
        period.code(),
        period.from(),
        period.to(),
        statistics,
        goodDays(days),
        dustDays(days));
  }

  /**
   * The verdicts on a year.
   *
   * @param straddles whether the limits changed in it: then every verdict stands twice, and neither
   *     is the year's alone
   * @param attainments by version of GB 3095 in force in the year, and series
   * @param yearOnYear the year beside the one before, one standard applied to both
   * @param goodDaysYearOnYear likewise, by each version of HJ 633 in force in the year
   */
  record AttainmentView(
      String subject,
      int year,
      boolean straddles,
      List<Attainment> attainments,
      List<GoodDays> goodDays,
      List<YearOnYear> yearOnYear,
      List<RateOnYear> goodDaysYearOnYear,
      List<String> dustDays) {}

  /** The share of good days beside that of the year before, by one version of HJ 633. */
  record RateOnYear(String standard, GoodDays year, GoodDays before, Change change) {}

  AttainmentView attainment(String subject, int year) {
    CivilPeriod period = CivilPeriod.ofYear(year);
    SubjectDays now = days(subject, period);
    SubjectDays then = days(subject, period.yearBefore());
    List<Standard> limits = standards.limits().listBetween(period.from(), period.to());
    List<Attainment> attainments = new ArrayList<>();
    List<YearOnYear> changes = new ArrayList<>();
    for (Standard standard : limits) {
      for (Series each : Series.values()) {
        Attainment attainment = Attainment.of(now, standard, each);
        attainments.add(attainment);
        changes.add(YearOnYear.of(attainment, Attainment.of(then, standard, each)));
      }
    }
    return new AttainmentView(
        subject,
        year,
        limits.size() > 1,
        attainments,
        goodDays(now),
        changes,
        AqiStandard.listIn(period).stream().map(each -> rateOnYear(each, now, then)).toList(),
        dustDays(now));
  }

  private static RateOnYear rateOnYear(AqiStandard standard, SubjectDays now, SubjectDays then) {
    GoodDays year = GoodDays.under(standard, now);
    GoodDays before = GoodDays.under(standard, then);
    return new RateOnYear(
        standard.id(),
        year,
        before,
        Change.of(year.rate(), year.valid(), before.rate(), before.valid()));
  }

  /** The composite index of a period by every version that is to be shown, in both series. */
  record IndexView(
      String subject, String period, List<IndexOnYear> indices, List<String> dustDays) {}

  /** An index beside that of the same period one year earlier, by the same version. */
  record IndexOnYear(CompositeFigure index, Change yearOnYear) {}

  IndexView compositeIndex(String subject, CivilPeriod period) {
    SubjectDays now = days(subject, period);
    SubjectDays then = days(subject, period.yearBefore());
    List<IndexOnYear> indices = new ArrayList<>();
    for (CompositeIndex version : CompositeIndex.listFor(period)) {
      for (Series each : Series.values()) {
        CompositeFigure index = version.of(now, each);
        CompositeFigure before = version.of(then, each);
        indices.add(
            new IndexOnYear(
                index,
                Change.of(index.rounded(), index.valid(), before.rounded(), before.valid())));
      }
    }
    return new IndexView(subject, period.code(), indices, dustDays(now));
  }

  /**
   * The counties in order.
   *
   * @param order {@code ascending} where less is better, else {@code descending}
   * @param rankings by version of the standard and series
   */
  record RankingView(
      String period, String metric, String unit, String order, List<Ranking> rankings) {}

  RankingView ranking(CivilPeriod period, RankingMetric metric, @Nullable Series only) {
    List<County> counties = city.counties().list();
    List<SubjectDays> now = counties.stream().map(each -> days(each.adcode(), period)).toList();
    List<SubjectDays> then =
        counties.stream().map(each -> days(each.adcode(), period.yearBefore())).toList();
    List<Ranking> rankings = new ArrayList<>();
    for (RankingMetric.Version version : metric.versionsFor(period)) {
      for (Series each : metric.series()) {
        if (only == null || only == each) {
          List<Ranking.Entry> entries = new ArrayList<>();
          for (int i = 0; i < counties.size(); i++) {
            entries.add(
                new Ranking.Entry(
                    counties.get(i).adcode(),
                    counties.get(i).name(),
                    version.formula().of(now.get(i), each),
                    version.formula().of(then.get(i), each)));
          }
          rankings.add(Ranking.of(version, each, metric.lessIsBetter(), entries));
        }
      }
    }
    return new RankingView(
        period.code(),
        metric.code(),
        metric.unit(),
        metric.lessIsBetter() ? "ascending" : "descending",
        rankings);
  }

  /**
   * Returns the adcode when it is the city's or one of its counties'.
   *
   * @throws IllegalArgumentException when it is not
   */
  String requireCounty(String county) {
    if (!county.equals(city.adcode()) && city.counties().find(county).isEmpty()) {
      throw new IllegalArgumentException(
          "county=%s: no county of %s has this code".formatted(county, city.name()));
    }
    return county;
  }

  private static List<GoodDays> goodDays(SubjectDays days) {
    List<GoodDays> all = new ArrayList<>();
    all.add(GoodDays.asReported(days));
    List<AqiStandard> versions = AqiStandard.listIn(days.period());
    if (versions.size() > 1) {
      versions.forEach(each -> all.add(GoodDays.under(each, days)));
    }
    return all;
  }

  private static List<String> dustDays(SubjectDays days) {
    return days.dust().stream()
        .filter(days.period()::contains)
        .map(LocalDate::toString)
        .sorted()
        .toList();
  }

  private SubjectDays days(String subject, CivilPeriod period) {
    Set<LocalDate> dust =
        reference.get().dustDays().stream()
            .map(DustDay::date)
            .map(LocalDate::parse)
            .collect(Collectors.toSet());
    List<AirFigure> figures =
        series.figures().listDays(subject, period.from().toString(), period.to().toString());
    return new SubjectDays(subject, period, figures, dust);
  }
}
