package hongyan.pipelines.air;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A statistic of one pollutant over one period: an hourly mean, a daily mean, or for ozone's day
 * the maximum eight-hour mean.
 *
 * @param value in the pollutant's unit, unrounded; null when nothing at all was measured
 * @param rounded as the standard reports it (GB/T 8170), null with {@code value}
 * @param count how many valid values it is made of (hours of a day, windows for ozone's day,
 *     stations of an area's hour or day)
 * @param valid whether that is enough under the standard
 */
public record Mean(
    Pollutant pollutant,
    @Nullable BigDecimal value,
    @Nullable BigDecimal rounded,
    int count,
    boolean valid) {}
