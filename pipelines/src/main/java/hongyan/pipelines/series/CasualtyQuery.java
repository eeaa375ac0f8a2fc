package hongyan.pipelines.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which casualties are asked for; null asks for all.
 *
 * @param county adcode
 * @param species the name as it was sent
 * @param from inclusive
 * @param to exclusive
 */
public record CasualtyQuery(
    @Nullable String id,
    @Nullable String county,
    @Nullable String zone,
    @Nullable String species,
    @Nullable Instant from,
    @Nullable Instant to) {

  public static final CasualtyQuery ALL = new CasualtyQuery(null, null, null, null, null, null);
}
