package hongyan.pipelines.air;

import java.math.BigDecimal;

/**
 * How much has to be there for a mean to be valid (GB 3095, table of data validity; HJ 663).
 *
 * @param hourMinutes minutes of an hour that readings shorter than it must cover
 * @param dayHours hourly means of a day
 * @param windowHours hourly means of ozone's eight hours
 * @param dayWindows running eight-hour means of ozone's day
 * @param ozoneLimit above this the day's maximum is valid whatever the windows, µg/m³
 * @param areaPercent stations of an area, per cent of those registered
 * @param fewStations below this number of stations {@code fewPercent} holds instead
 */
public record Validity(
    int hourMinutes,
    int dayHours,
    int windowHours,
    int dayWindows,
    BigDecimal ozoneLimit,
    int areaPercent,
    int fewStations,
    int fewPercent,
    Source source) {

  /** Returns whether {@code valid} of {@code registered} stations make an area's mean valid. */
  boolean enoughStations(int valid, int registered) {
    int percent = registered < fewStations ? fewPercent : areaPercent;
    return valid > 0 && 100L * valid >= (long) percent * registered;
  }
}
