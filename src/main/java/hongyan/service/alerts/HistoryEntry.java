package hongyan.service.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of an alert's history, kept for ever. {@code from} is null for its raising. */
record HistoryEntry(
    Instant at, String who, @Nullable String from, String to, @Nullable String note) {}
