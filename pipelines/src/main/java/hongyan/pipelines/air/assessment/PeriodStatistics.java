package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import java.util.ArrayList;
import java.util.List;

/**
 * The statistics of one subject over a month, a quarter or a year, by one version of HJ 663: means
 * of the valid days of SO2, NO2, PM10 and PM2.5, percentiles of the daily values of all six
 * pollutants (HJ 663, table 1).
 *
 * <p>Pure: the same days give the same figures in whatever order they come.
 *
 * @param standard the version's id
 * @param certainty of the version, as its source has it
 * @param series as {@link Series#code()}
 */
public record PeriodStatistics(
    String subject,
    String period,
    String standard,
    String certainty,
    String series,
    List<Statistic> items) {

  public PeriodStatistics {
    items = List.copyOf(items);
  }

  public static PeriodStatistics of(SubjectDays subject, Hj663 rules, Series series) {
    List<Statistic> items = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      DailyValues values = DailyValues.of(pollutant, subject, series);
      boolean byMean = isJudgedByMean(pollutant);
      if (byMean) {
        items.add(Statistic.mean(values, rules));
      }
      boolean evaluates = !byMean || subject.period().isYear();
      items.add(Statistic.percentile(values, rules, evaluates));
    }
    return new PeriodStatistics(
        subject.subject(),
        subject.period().code(),
        rules.id(),
        rules.source().certainty(),
        series.code(),
        items);
  }

  /**
   * Returns the one statistic that an index takes for a pollutant: the mean, for CO and O3 the
   * percentile.
   */
  public Statistic getLeading(Pollutant pollutant) {
    return items.stream()
        .filter(each -> each.pollutant().equals(pollutant.code()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no statistic of " + pollutant));
  }

  private static boolean isJudgedByMean(Pollutant pollutant) {
    return pollutant != Pollutant.CO && pollutant != Pollutant.O3;
  }
}
