package hongyan.pipelines.forecasts;

import hongyan.pipelines.records.Receipt;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/**
 * What somebody expects of one day: the AQI, or the daily mean of one pollutant (ozone: the maximum
 * eight-hour mean).
 *
 * @param issuer who says so; {@link Baseline#ISSUER} is the platform itself
 * @param subject a station's id, or the adcode of a county or of the city
 * @param item {@link #AQI}, or the code of a pollutant
 * @param date the civil day that it is about, yyyy-MM-dd
 * @param low in the pollutant's unit; the same as {@code high} where one value was given
 */
public record Forecast(
    String issuer,
    Instant issuedAt,
    String subject,
    String item,
    String date,
    BigDecimal low,
    BigDecimal high,
    Receipt receipt) {

  public static final String AQI = "AQI";

  /** Returns what makes it one forecast: who, when, where, what and for which day. */
  public String identity() {
    return String.join("|", issuer, issuedAt.toString(), subject, item, date);
  }

  /** Returns whether {@code other}, of the same identity, says the same. */
  public boolean sameContent(Forecast other) {
    return low.compareTo(other.low) == 0 && high.compareTo(other.high) == 0;
  }

  /** Returns the value, or the middle of the range. */
  public BigDecimal middle() {
    return low.add(high).divide(BigDecimal.valueOf(2), MathContext.DECIMAL128);
  }

  /** Returns whether it is somebody else's forecast, not the platform's own baseline. */
  public boolean official() {
    return !issuer.equals(Baseline.ISSUER);
  }
}
