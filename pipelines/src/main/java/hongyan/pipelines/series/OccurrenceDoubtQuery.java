package hongyan.pipelines.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which doubts about bird records are asked for; null asks for all.
 *
 * @param id occurrenceID
 * @param county adcode that the record is placed in
 * @param zone id of a zone that the record is placed in
 * @param rule id of the rule
 * @param from inclusive, of the start of the record's event
 * @param to exclusive
 * @param decided whether somebody has decided on the record's present content
 */
public record OccurrenceDoubtQuery(
    @Nullable String id,
    @Nullable String county,
    @Nullable String zone,
    @Nullable String rule,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Boolean decided) {

  public static final OccurrenceDoubtQuery ALL =
      new OccurrenceDoubtQuery(null, null, null, null, null, null, null);
}
