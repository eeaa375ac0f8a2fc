package hongyan.pipelines.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a record came to us, kept with it for ever.
 *
 * @param door the door that took it, for example {@code http}
 * @param receivedAt when; strictly increasing within one door, so that of two records of one
 *     identity the later is known even within one body
 * @param modified when its sender says that it was last changed (Dublin Core's word), or null
 * @param body SHA-256 of the whole body that it came in, lower-case hex
 * @param line 1-based line of that body, or index of the array element
 * @param raw the record as it was sent, verbatim
 * @param reference the reference log's end when it was accepted: no pipeline judges it by less
 */
public record Receipt(
    String door,
    Instant receivedAt,
    @Nullable Instant modified,
    String body,
    int line,
    String raw,
    long reference) {

  /** Returns what decides between two records of one identity: the newer wins. */
  public Instant version() {
    return modified == null ? receivedAt : modified;
  }
}
