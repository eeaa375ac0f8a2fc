package hongyan.service.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left of something that was deleted by rule. Of records the hash of each stays in the
 * chain.
 *
 * @param kind {@code attachment} or {@code records}
 * @param sha256 of an attachment
 * @param topic of records, with partition and offsets from (inclusive) to (exclusive)
 * @param amount bytes of an attachment, number of records
 * @param newest when the newest of it was received
 * @param who the account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tombstone(
    String kind,
    @Nullable String sha256,
    @Nullable String topic,
    @Nullable Integer partition,
    @Nullable Long from,
    @Nullable Long to,
    long amount,
    Instant newest,
    String rule,
    Instant at,
    String who,
    String reason) {}
