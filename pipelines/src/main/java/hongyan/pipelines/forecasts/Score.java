package hongyan.pipelines.forecasts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How one issuer's forecasts of one item turned out, so many days ahead.
 *
 * @param lead days from the civil day of issue to the day forecast; 0 is the same day
 * @param count forecasts that a valid figure came for
 * @param recordedAfter how many of these reached the platform only after their day was over
 * @param meanAbsoluteError of the value or the middle of the range, in the item's unit
 * @param bias mean of forecast less what came: above 0 too high
 * @param levelHits for the AQI, how often the level that came lay within the levels of the range;
 *     null for a pollutant
 * @param levelHitRate in percent with one decimal, null with {@code levelHits}
 */
public record Score(
    String issuer,
    String item,
    int lead,
    int count,
    int recordedAfter,
    BigDecimal meanAbsoluteError,
    BigDecimal bias,
    @Nullable Integer levelHits,
    @Nullable BigDecimal levelHitRate) {}
