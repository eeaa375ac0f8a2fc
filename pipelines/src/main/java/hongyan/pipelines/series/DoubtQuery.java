package hongyan.pipelines.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which doubts are asked for; null asks for all.
 *
 * @param county adcode
 * @param rule id of a rule
 * @param from inclusive, of the reading's time
 * @param to exclusive
 * @param decided whether a decision is in force on the value
 */
public record DoubtQuery(
    @Nullable String station,
    @Nullable String county,
    @Nullable String rule,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Boolean decided) {

  public static final DoubtQuery ALL = new DoubtQuery(null, null, null, null, null, null);
}
