package hongyan.pipelines.rules;

import hongyan.pipelines.air.Gbt8170;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the stations around did in the hours of a jump: only those that have all of these hours.
 *
 * @param count how many they are; the medians are 0 when there is none
 * @param rise median of value less background, µg/m³
 * @param share median of the rise as a fraction of the background
 * @param value median of PM2.5 in the hour
 */
record Neighbours(int count, BigDecimal rise, BigDecimal share, BigDecimal value) {

  /** For a neighbour that rises from nothing: any share at all is too much. */
  private static final BigDecimal FROM_NOTHING = BigDecimal.valueOf(Integer.MAX_VALUE);

  /**
   * Compares {@code label} with the background hours at each station.
   *
   * @param background the hours that the jump itself is compared with
   */
  static Neighbours of(List<StationHours> stations, List<Instant> background, Instant label) {
    List<BigDecimal> rises = new ArrayList<>();
    List<BigDecimal> shares = new ArrayList<>();
    List<BigDecimal> values = new ArrayList<>();
    for (StationHours station : stations) {
      BigDecimal value = station.pm25().get(label);
      if (value != null && station.pm25().keySet().containsAll(background)) {
        BigDecimal mean = Gbt8170.mean(background.stream().map(station.pm25()::get).toList());
        BigDecimal rise = value.subtract(mean);
        values.add(value);
        rises.add(rise);
        shares.add(share(rise, mean));
      }
    }
    return new Neighbours(values.size(), median(rises), median(shares), median(values));
  }

  boolean calm(SmokeAtPass.Calm calm) {
    boolean flat = share.compareTo(calm.share()) <= 0 || rise.compareTo(calm.rise()) <= 0;
    return count >= calm.min() && flat && value.compareTo(calm.episode()) < 0;
  }

  private static BigDecimal share(BigDecimal rise, BigDecimal mean) {
    if (mean.signum() > 0) {
      return rise.divide(mean, MathContext.DECIMAL128);
    }
    return rise.signum() > 0 ? FROM_NOTHING : BigDecimal.ZERO;
  }

  /** The middle one, or the mean of the two in the middle; 0 of none. */
  private static BigDecimal median(List<BigDecimal> values) {
    if (values.isEmpty()) {
      return BigDecimal.ZERO;
    }
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : Gbt8170.mean(sorted.subList(half - 1, half + 1));
  }
}
