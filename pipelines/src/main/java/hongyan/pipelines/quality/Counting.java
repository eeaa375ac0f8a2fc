package hongyan.pipelines.quality;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.DataFile;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.air.Source;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which readings the figures are made of, and as what.
 *
 * <p>One that nobody has decided on goes on as it is, unless a doubt of a rule that excludes is on
 * it; whether its flag, sign and hour let it count is then for the figures to say. One decided
 * invalid is left out. One decided valid counts: its flag is taken as normal; zero or below, found
 * within the control limits of the zero drift, counts as the value that the standard puts in its
 * place; an hourly mean off the full hour counts for the nearest hour of its day.
 *
 * @param zeroAs by pollutant's code, what takes the place of zero and negative values that are
 *     valid
 */
record Counting(Map<String, BigDecimal> zeroAs, Source source) {

  Counting {
    zeroAs = Map.copyOf(zeroAs);
  }

  static Counting load() {
    return DataFile.read("/quality/counting.json", Counting.class);
  }

  Optional<Reading> count(Reading reading, boolean excluded, @Nullable Verdict verdict) {
    if (verdict == null) {
      return excluded ? Optional.empty() : Optional.of(reading);
    }
    return verdict == Verdict.VALID ? Optional.of(asValid(reading)) : Optional.empty();
  }

  private Reading asValid(Reading reading) {
    return new Reading(
        reading.station(),
        reading.pollutant(),
        reading.averaging(),
        hour(reading),
        reading.value().signum() > 0 ? reading.value() : zeroAs(reading),
        Flag.N,
        reading.receipt());
  }

  private BigDecimal zeroAs(Reading reading) {
    BigDecimal value = zeroAs.get(reading.pollutant().code());
    if (value == null) {
      throw new IllegalStateException(
          "quality/counting.json: no zeroAs of " + reading.pollutant().code());
    }
    return value;
  }

  private static Instant hour(Reading reading) {
    Instant next = CivilDay.hourOf(reading.time());
    if (reading.averaging() != Averaging.PT1H || next.equals(reading.time())) {
      return reading.time();
    }
    Instant before = next.minus(Duration.ofHours(1));
    boolean nearer =
        Duration.between(before, reading.time()).compareTo(Duration.between(reading.time(), next))
            < 0;
    boolean sameDay = CivilDay.dateOf(before).equals(CivilDay.dateOf(reading.time()));
    return nearer && sameDay ? before : next;
  }
}
