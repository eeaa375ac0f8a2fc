package hongyan.service.warnings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a suggested warning. Nothing is published by it.
 *
 * @param decision {@code approved} or {@code rejected}
 * @param by account of who decided
 * @param role in which role
 * @param basis {@code own-forecast} or {@code province-instruction}
 */
public record Decision(
    Instant at, String decision, String by, String role, String basis, @Nullable String note) {}
