package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One column of the table of breakpoints (HJ 633-2012, table 1; HJ 633-2026, table 3).
 *
 * @param breakpoints concentrations at the steps of the scale, ascending from 0, in the pollutant's
 *     unit; fewer than the steps where the column ends early
 * @param above the IAQI of a value above the last breakpoint, or null when it has none
 */
public record AqiTable(AqiItem item, List<BigDecimal> breakpoints, @Nullable Integer above) {

  public AqiTable {
    breakpoints = List.copyOf(breakpoints);
    if (breakpoints.size() < 2 || breakpoints.get(0).signum() != 0) {
      throw new IllegalArgumentException(item + ": breakpoints must begin with 0: " + breakpoints);
    }
    for (int i = 1; i < breakpoints.size(); i++) {
      if (breakpoints.get(i).compareTo(breakpoints.get(i - 1)) <= 0) {
        throw new IllegalArgumentException(item + ": breakpoints must ascend: " + breakpoints);
      }
    }
  }

  /**
   * Returns the sub-index of {@code concentration}, which is first rounded by GB/T 8170; empty
   * where the standard has none.
   *
   * <p>Exact: everything is scaled to whole numbers, multiplied first and divided once, rounding up
   * (HJ 633-2012, 4.2 and 6.2; HJ 633-2026, 4.2.4 and 4.2.6). Dividing first would make PM2.5 of 35
   * a 51.
   *
   * @param steps the IAQI at each breakpoint
   * @throws IllegalArgumentException for a negative concentration, which no valid mean has
   */
  OptionalInt iaqi(List<Integer> steps, BigDecimal concentration) {
    if (concentration.signum() < 0) {
      throw new IllegalArgumentException(item + ": negative concentration " + concentration);
    }
    BigDecimal rounded = Gbt8170.round(item.pollutant(), concentration);
    int high = 1;
    while (high < breakpoints.size() && rounded.compareTo(breakpoints.get(high)) > 0) {
      high++;
    }
    if (high == breakpoints.size()) {
      return above == null ? OptionalInt.empty() : OptionalInt.of(above);
    }
    long low = tenths(breakpoints.get(high - 1));
    long span = tenths(breakpoints.get(high)) - low;
    long rise = (long) (steps.get(high) - steps.get(high - 1)) * (tenths(rounded) - low);
    return OptionalInt.of((int) (steps.get(high - 1) + (rise + span - 1) / span));
  }

  /** Whole tenths: no breakpoint and no rounded concentration has more than one place. */
  private static long tenths(BigDecimal value) {
    return value.movePointRight(1).longValueExact();
  }
}
