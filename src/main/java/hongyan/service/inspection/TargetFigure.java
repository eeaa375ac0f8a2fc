package hongyan.service.inspection;

import hongyan.pipelines.air.assessment.Attainment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target with its actual figure, as the public interface shows it, in one language.
 *
 * @param actual computed, else the declared figure
 * @param gap actual less target, whichever way the target is met
 * @param direction {@code at-most} or {@code at-least}
 * @param light {@code green}, {@code yellow} or {@code red}; null without a target, without a
 *     figure, or when it is not met and no deadline is known
 * @param source {@code computed}, {@code ledger} or {@code declared}
 * @param records address of the records behind a computed figure
 * @param basis what a computed or counted figure rests on
 * @param split what a document declares for single counties, by adcode
 * @param sums the sums that it should be, with what they make
 */
public record TargetFigure(
    String id,
    String title,
    String section,
    String lawBasis,
    String department,
    String metric,
    String period,
    @Nullable String county,
    @Nullable BigDecimal target,
    @Nullable BigDecimal actual,
    @Nullable BigDecimal gap,
    @Nullable BigDecimal declared,
    @Nullable BigDecimal baseline,
    String unit,
    @Nullable String direction,
    @Nullable LocalDate deadline,
    @Nullable String light,
    String source,
    String document,
    @Nullable String note,
    @Nullable String records,
    @Nullable Basis basis,
    Map<String, BigDecimal> split,
    List<SumCheck> sums) {

  /**
   * What a computed figure rests on.
   *
   * @param unrounded the figure before rounding, where it was rounded
   * @param count how many valid days, counties or alerts, as {@code counted} says
   * @param valid whether that is enough under the standard
   * @param standards the versions that it is computed by
   * @param query how to get it again
   */
  public record Basis(
      @Nullable BigDecimal unrounded,
      int count,
      String counted,
      boolean valid,
      String method,
      List<String> standards,
      Query query,
      List<Attainment> counties) {}
}
