package hongyan.pipelines.series;

import hongyan.pipelines.air.Pollutant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which readings are asked for; null asks for all.
 *
 * @param county adcode
 * @param zone id of a zone that the station lies in
 * @param from inclusive
 * @param to exclusive
 */
public record ReadingQuery(
    @Nullable String station,
    @Nullable String county,
    @Nullable String zone,
    @Nullable Pollutant pollutant,
    @Nullable Instant from,
    @Nullable Instant to) {

  public static final ReadingQuery ALL = new ReadingQuery(null, null, null, null, null, null);
}
