package hongyan.pipelines.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are asked for; null asks for all.
 *
 * @param county adcode
 * @param species scientific name
 * @param from inclusive
 * @param to exclusive
 */
public record FindingQuery(
    @Nullable String id,
    @Nullable String county,
    @Nullable String zone,
    @Nullable String species,
    @Nullable Instant from,
    @Nullable Instant to) {

  public static final FindingQuery ALL = new FindingQuery(null, null, null, null, null, null);
}
