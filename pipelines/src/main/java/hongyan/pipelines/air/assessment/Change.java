package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.Gbt8170;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside that of the year before, both by the same standard and series.
 *
 * @param value as it is reported
 * @param before likewise, one year earlier
 * @param difference value less before; null when one is missing
 * @param percent of before, one place (同比); null without a difference, and when before is 0
 * @param comparable whether both are valid: otherwise the difference says little
 */
public record Change(
    @Nullable BigDecimal value,
    @Nullable BigDecimal before,
    @Nullable BigDecimal difference,
    @Nullable BigDecimal percent,
    boolean comparable) {
  private static final int PERCENT_PLACES = 1;

  /** Compares two figures that one standard and series made. */
  public static Change of(
      @Nullable BigDecimal value, boolean valid, @Nullable BigDecimal before, boolean beforeValid) {
    BigDecimal difference = value == null || before == null ? null : value.subtract(before);
    return new Change(
        value,
        before,
        difference,
        difference == null || before == null || before.signum() == 0
            ? null
            : Gbt8170.percent(difference, before, PERCENT_PLACES),
        valid && beforeValid);
  }
}
