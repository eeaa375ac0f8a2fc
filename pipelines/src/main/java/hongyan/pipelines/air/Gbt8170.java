package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * The rounding of GB/T 8170 (四舍六入五考虑): half to even, on the decimal and never on a double.
 *
 * <p>HJ 633-2026, 4.2.2: µg/m³ to a whole number, CO in mg/m³ to one place.
 */
public final class Gbt8170 {
  /** Far finer than two different means can lie, far coarser than what division loses. */
  private static final int NOISE_PLACES = 20;

  private Gbt8170() {}

  /** Returns {@code value} as the standard reports it: CO with one place, the others with none. */
  public static BigDecimal round(Pollutant pollutant, BigDecimal value) {
    return round(value, pollutant == Pollutant.CO ? 1 : 0);
  }

  /**
   * Returns {@code value} with {@code places} decimal places, half to even.
   *
   * <p>The value may be a mean of means, each divided to 34 digits, so that an exact half may have
   * become 0.4999…9. Digits from the 20th place on are such noise: means of at most 24 hours over a
   * few stations, of readings with a few places, are either equal or more than 10⁻¹² apart.
   */
  public static BigDecimal round(BigDecimal value, int places) {
    BigDecimal clean =
        value.scale() > NOISE_PLACES ? value.setScale(NOISE_PLACES, RoundingMode.HALF_EVEN) : value;
    return clean.setScale(places, RoundingMode.HALF_EVEN);
  }

  /**
   * Returns the mean of {@code values}, unrounded, in its shortest form; at least one is needed.
   *
   * <p>The sum is exact, so the order does not matter. The one division is good to 34 digits: a
   * mean that is exactly a half has a finite decimal and is hit exactly; any other mean of n
   * decimals with d places lies at least 1/(2n·10^d) from a half, far more than what is lost, so
   * that rounding it afterwards is rounding the exact mean.
   */
  public static BigDecimal mean(Collection<BigDecimal> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      sum = sum.add(value);
    }
    if (values.size() == 1) {
      return plain(sum); // most hours are one reading, and division is what costs here
    }
    return plain(sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128));
  }

  /** Returns {@code part} in percent of {@code whole}, which is not 0, with {@code places}. */
  public static BigDecimal percent(BigDecimal part, BigDecimal whole, int places) {
    return round(part.scaleByPowerOfTen(2).divide(whole, MathContext.DECIMAL128), places);
  }

  /** Returns the same number without trailing zeros or a power of ten: equal means are equal. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
