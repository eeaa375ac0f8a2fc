package hongyan.pipelines.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which bird records are asked for; null asks for all.
 *
 * @param county adcode
 * @param species scientific name
 * @param from inclusive, of the start of the event
 * @param to exclusive
 */
public record OccurrenceQuery(
    @Nullable String id,
    @Nullable String station,
    @Nullable String county,
    @Nullable String zone,
    @Nullable String species,
    @Nullable Instant from,
    @Nullable Instant to) {

  public static final OccurrenceQuery ALL =
      new OccurrenceQuery(null, null, null, null, null, null, null);
}
