package hongyan.pipelines.changes;

import hongyan.pipelines.air.Period;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value of one figure that is no longer what it was.
 *
 * @param subject a station's id, or the adcode of a county or of the city
 * @param time end of the hour or day
 * @param date the civil day, yyyy-MM-dd
 * @param item a pollutant's code, or {@code AQI}
 * @param before the valid value (unrounded mean, or the index); null when there was none
 * @param after the same now; null when there is none any more
 * @param reading identity of the reading that caused it; of several the one that came last
 * @param at when that came
 */
public record FigureChange(
    String subject,
    Period period,
    Instant time,
    String date,
    String item,
    @Nullable BigDecimal before,
    @Nullable BigDecimal after,
    CauseKind cause,
    String reading,
    Instant at) {

  /** What {@link #item} says for the index. */
  public static final String AQI = "AQI";
}
