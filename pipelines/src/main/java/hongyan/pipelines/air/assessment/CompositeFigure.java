package hongyan.pipelines.air.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The composite index of one subject and period by one version.
 *
 * @param standard the version's id
 * @param certainty of the version: {@code A} primary text read, {@code B} secondary source, {@code
 *     C} to be verified, {@code D} the platform's own assumption
 * @param inForce whether the version is in force on any day of the period
 * @param rules the version of HJ 663 that makes the concentrations
 * @param series as {@link Series#code()}
 * @param value unrounded; null while a pollutant is missing
 * @param rounded as the version has it
 * @param count valid days of the pollutant that has the fewest
 * @param valid whether every part is
 */
public record CompositeFigure(
    String subject,
    String period,
    String standard,
    String certainty,
    boolean inForce,
    String rules,
    String series,
    @Nullable BigDecimal value,
    @Nullable BigDecimal rounded,
    int count,
    boolean valid,
    List<Part> parts) {

  /**
   * What one pollutant brings, before its weight.
   *
   * @param statistic {@code mean}, for CO and O3 the percentile
   * @param index concentration over limit, with three places
   */
  public record Part(
      String pollutant,
      String statistic,
      @Nullable BigDecimal concentration,
      String unit,
      BigDecimal limit,
      BigDecimal weight,
      @Nullable BigDecimal index,
      int count,
      int deducted,
      boolean valid) {}

  public CompositeFigure {
    parts = List.copyOf(parts);
  }
}
