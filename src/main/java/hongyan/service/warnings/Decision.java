package hongyan.service.warnings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a suggested warning. Nothing is published by it.
 *
 * @param decision {@code approved} or {@code rejected}
 * @param by who, as given: the platform has no accounts to hold it against
 * @param role in which role, as given
 * @param basis {@code own-forecast} or {@code province-instruction}
 */
public record Decision(
    Instant at, String decision, String by, String role, String basis, @Nullable String note) {}
