package hongyan.pipelines.birds.quality;

import hongyan.geo.place.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule over many records needs of one.
 *
 * @param key what the rule compares: the species, or a stretch of one bird's track
 * @param own whether doubts about it are raised under this key; else it stands beside others
 * @param there false to take it away again
 * @param radiusMetres coordinateUncertaintyInMeters
 */
public record OccurrenceMark(
    String key,
    boolean own,
    boolean there,
    String occurrenceID,
    Instant time,
    Position position,
    @Nullable Double radiusMetres,
    @Nullable Integer count) {}
