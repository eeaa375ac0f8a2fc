package hongyan.pipelines.quality;

import java.math.BigDecimal;

/**
 * A number that a doubt rests on.
 *
 * @param name of what, for example {@code before} or, of a threshold, its name on the rule's sheet
 * @param value without trailing zeros
 * @param unit {@code 1} where it has none
 */
public record DoubtNumber(String name, BigDecimal value, String unit) {

  public DoubtNumber {
    value = plain(value);
  }

  /** Returns the same number in its one plain form: 35 for 35.0 and 3.5E+1. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
