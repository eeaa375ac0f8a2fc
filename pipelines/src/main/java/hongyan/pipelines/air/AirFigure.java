package hongyan.pipelines.air;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The means and the AQI of one subject for one hour or one day.
 *
 * @param subject a station's id, or the adcode of a county or of the city
 * @param time end of the hour; for a day, 24:00 of its date in Asia/Shanghai
 * @param date the civil day that it belongs to, yyyy-MM-dd; hour 24:00 belongs to the day it ends
 * @param means one for each pollutant that has any value
 * @param iaqi of each pollutant that has a valid mean within its table
 * @param aqi null where the standard publishes none (NA)
 * @param level 1 to 6, null with {@code aqi}
 * @param primary the primary pollutants, several when tied, none at or below 50
 * @param standard the version that it is computed by, for example {@code HJ 633-2012}
 * @param valid whether the AQI is one that the standard lets be published
 * @param reason why there is no AQI, or null
 * @param complete whether every value that the period can have is there, so that it only changes by
 *     correction
 */
public record AirFigure(
    String subject,
    Period period,
    Instant time,
    String date,
    List<Mean> means,
    Map<Pollutant, Integer> iaqi,
    @Nullable Integer aqi,
    @Nullable Integer level,
    List<Pollutant> primary,
    String standard,
    boolean valid,
    @Nullable String reason,
    boolean complete) {}
