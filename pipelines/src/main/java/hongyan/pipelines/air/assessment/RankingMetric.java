package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What counties are ranked by. */
public enum RankingMetric {
  COMPOSITE_INDEX("composite-index", "1", true),
  PM25_MEAN("pm25-mean", Pollutant.PM25.unit(), true),
  PM10_MEAN("pm10-mean", Pollutant.PM10.unit(), true),
  O3_P90("o3-p90", Pollutant.O3.unit(), true),
  /** The one where more is better. */
  GOOD_DAY_RATE("good-day-rate", "%", false);

  private final String code;
  private final String unit;
  private final boolean lessIsBetter;

  RankingMetric(String code, String unit, boolean lessIsBetter) {
    this.code = code;
    this.unit = unit;
    this.lessIsBetter = lessIsBetter;
  }

  /**
   * A metric's figure, as it is reported.
   *
   * @param count of valid days
   */
  public record Figure(@Nullable BigDecimal value, int count, boolean valid) {}

  /** Makes the figure of a subject and period. */
  @FunctionalInterface
  public interface Formula {
    Figure of(SubjectDays subject, Series series);
  }

  /**
   * A metric by one version of its standard.
   *
   * @param certainty of the version, as its source has it
   */
  public record Version(String standard, String certainty, Formula formula) {}

  public String code() {
    return code;
  }

  public String unit() {
    return unit;
  }

  public boolean lessIsBetter() {
    return lessIsBetter;
  }

  /** Returns the series that a ranking is made in: good days keep dust, ozone has none. */
  public List<Series> series() {
    return this == GOOD_DAY_RATE || this == O3_P90
        ? List.of(Series.ALL)
        : List.of(Series.ALL, Series.DUST_DEDUCTED);
  }

  /** Returns the versions that a period is shown under, each to be applied to whole periods. */
  public List<Version> versionsFor(CivilPeriod period) {
    return switch (this) {
      case COMPOSITE_INDEX ->
          CompositeIndex.listFor(period).stream().map(RankingMetric::byIndex).toList();
      case GOOD_DAY_RATE -> AqiStandard.listIn(period).stream().map(RankingMetric::byRate).toList();
      case PM25_MEAN -> byStatistic(period, Pollutant.PM25);
      case PM10_MEAN -> byStatistic(period, Pollutant.PM10);
      case O3_P90 -> byStatistic(period, Pollutant.O3);
    };
  }

  private static Version byIndex(CompositeIndex index) {
    return new Version(
        index.id(),
        index.source().certainty(),
        (subject, series) -> {
          CompositeFigure figure = index.of(subject, series);
          return new Figure(figure.rounded(), figure.count(), figure.valid());
        });
  }

  private static Version byRate(AqiStandard standard) {
    return new Version(
        standard.id(),
        standard.source().certainty(),
        (subject, series) -> {
          GoodDays days = GoodDays.under(standard, subject);
          return new Figure(days.rate(), days.count(), days.valid());
        });
  }

  private static List<Version> byStatistic(CivilPeriod period, Pollutant pollutant) {
    return Hj663.listIn(period).stream()
        .map(
            rules ->
                new Version(
                    rules.id(),
                    rules.source().certainty(),
                    (subject, series) -> {
                      Statistic leading =
                          PeriodStatistics.of(subject, rules, series).getLeading(pollutant);
                      return new Figure(leading.rounded(), leading.count(), leading.valid());
                    }))
        .toList();
  }

  /**
   * Returns the metric of that code.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static RankingMetric getByCode(String code) {
    return Arrays.stream(values())
        .filter(each -> each.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "metric=%s: %s"
                        .formatted(
                            code,
                            Arrays.stream(values())
                                .map(RankingMetric::code)
                                .collect(Collectors.joining(", ")))));
  }
}
