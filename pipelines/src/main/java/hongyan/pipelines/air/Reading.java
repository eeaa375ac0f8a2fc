package hongyan.pipelines.air;

import hongyan.pipelines.records.Receipt;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One value of one pollutant at one station for one averaging period.
 *
 * @param time the end of the period that the value is the mean of
 * @param value in the pollutant's own unit ({@link Pollutant#unit()}), as the sender's decimal
 */
public record Reading(
    String station,
    Pollutant pollutant,
    Averaging averaging,
    Instant time,
    BigDecimal value,
    Flag flag,
    Receipt receipt) {

  /** Returns what makes it one reading: station, pollutant, averaging and time. */
  public String identity() {
    return identity(station, pollutant, averaging, time);
  }

  /** Returns the identity of the reading of that station, pollutant, averaging and time. */
  public static String identity(
      String station, Pollutant pollutant, Averaging averaging, Instant time) {
    return station + "|" + pollutant.code() + "|" + averaging + "|" + time;
  }

  /** Returns whether {@code other}, of the same identity, says the same. */
  public boolean sameContent(Reading other) {
    return value.compareTo(other.value) == 0 && flag == other.flag;
  }
}
