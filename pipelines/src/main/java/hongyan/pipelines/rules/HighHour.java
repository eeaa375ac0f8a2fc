package hongyan.pipelines.rules;

import hongyan.pipelines.air.Gbt8170;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An hour of one pollutant at or above the limit, with what {@link HighValueReminder} compares it
 * with.
 *
 * @param base the hour before the rise that it belongs to, or null when it belongs to none
 * @param others mean of the other evaluation stations around, or null when there is none
 * @param otherCount how many they are
 */
record HighHour(
    Pollutant pollutant,
    Instant label,
    BigDecimal value,
    @Nullable BigDecimal base,
    @Nullable BigDecimal others,
    int otherCount) {

  static HighHour of(
      Pollutant pollutant,
      Instant label,
      BigDecimal value,
      @Nullable BigDecimal base,
      List<BigDecimal> others) {
    BigDecimal mean = others.isEmpty() ? null : Gbt8170.mean(others);
    return new HighHour(pollutant, label, value, base, mean, others.size());
  }

  boolean high(HighValueReminder.Others limits) {
    return base != null || aboveOthers(limits);
  }

  boolean aboveOthers(HighValueReminder.Others limits) {
    return others != null
        && otherCount >= limits.min()
        && value.compareTo(others.multiply(limits.factor())) >= 0;
  }
}
