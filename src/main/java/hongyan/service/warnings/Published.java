package hongyan.service.warnings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the government published, recorded afterwards. The platform publishes nothing.
 *
 * @param alertId the suggestion that it goes back to, or null where the platform suggested none
 * @param recordedAt when it was recorded here
 * @param level {@code yellow}, {@code orange}, {@code red}, or {@code none} for a release
 * @param to null while its end is not known
 * @param document number of the official document
 * @param basis {@code own-forecast} or {@code province-instruction}
 * @param by account of who recorded it
 */
public record Published(
    @Nullable String alertId,
    Instant recordedAt,
    String level,
    Instant from,
    @Nullable Instant to,
    String document,
    String basis,
    String by,
    String role,
    @Nullable String note) {}
