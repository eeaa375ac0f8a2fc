package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Hj663.Stage;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statistic of the daily values of one pollutant over a period.
 *
 * @param pollutant its code
 * @param statistic {@code mean}, or the percentile as {@code P95}
 * @param value unrounded; null without a valid day
 * @param rounded for being shown, as the version has it (GB/T 8170)
 * @param evaluation the unrounded value rounded for being compared with a limit
 * @param count of valid days that it is made of
 * @param deducted of valid days that the series leaves out
 * @param valid whether the period was measured on enough days
 * @param evaluates whether the period is judged by it: means of SO2, NO2, PM10 and PM2.5, the
 *     percentiles of CO and O3, for a year all of them
 */
public record Statistic(
    String pollutant,
    String statistic,
    @Nullable BigDecimal value,
    @Nullable BigDecimal rounded,
    @Nullable BigDecimal evaluation,
    String unit,
    int count,
    int deducted,
    boolean valid,
    boolean evaluates) {

  static Statistic mean(DailyValues values, Hj663 rules) {
    return of("mean", values, values.findMean(), rules, true);
  }

  static Statistic percentile(DailyValues values, Hj663 rules, boolean evaluates) {
    int percent = rules.percentileOf(values.pollutant());
    return of("P" + percent, values, values.findPercentile(percent), rules, evaluates);
  }

  private static Statistic of(
      String name, DailyValues values, Optional<BigDecimal> found, Hj663 rules, boolean evaluates) {
    return new Statistic(
        values.pollutant().code(),
        name,
        found.orElse(null),
        found.map(each -> rules.rounded(Stage.STATISTIC, values.pollutant(), each)).orElse(null),
        found.map(each -> rules.rounded(Stage.EVALUATION, values.pollutant(), each)).orElse(null),
        values.pollutant().unit(),
        values.count(),
        values.deducted().size(),
        values.enoughUnder(rules),
        evaluates);
  }

  @Nullable BigDecimal at(Stage stage) {
    return stage == Stage.STATISTIC ? rounded : evaluation;
  }
}
