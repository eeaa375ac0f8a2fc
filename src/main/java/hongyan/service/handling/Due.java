package hongyan.service.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an alert is due, by which version of the table; all three moments are null where nothing is.
 *
 * @param escalateAt when the next office gets it; null too where there is none above
 */
public record Due(
    @Nullable Instant yellowFrom,
    @Nullable Instant deadline,
    @Nullable Instant escalateAt,
    String rule) {}
