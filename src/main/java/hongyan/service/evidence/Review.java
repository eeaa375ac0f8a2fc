package hongyan.service.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a review, kept for ever.
 *
 * @param state {@link ReviewState#code()} that it led to
 * @param who the account
 */
public record Review(String state, Instant at, String who, String name, @Nullable String note) {}
