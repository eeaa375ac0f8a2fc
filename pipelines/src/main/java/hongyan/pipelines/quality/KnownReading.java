package hongyan.pipelines.quality;

import hongyan.geo.place.Position;
import hongyan.pipelines.air.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A reading with where its station was registered when it came.
 *
 * @param county adcode of the county that the position lies in, or null outside all of the city's
 */
public record KnownReading(Reading reading, Position position, @Nullable String county) {}
