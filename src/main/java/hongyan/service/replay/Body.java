package hongyan.service.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request body for the ingest interface.
 *
 * @param endpoint path below {@code /api/v1/}, for example {@code readings}
 * @param contentType media type of {@code bytes}
 * @param bytes not copied: the maker gives them away
 * @param records how many records it holds, by the reader's own count
 * @param firstTime time of the first record, or null when it is not known
 */
public record Body(
    String endpoint, String contentType, byte[] bytes, int records, @Nullable Instant firstTime) {}
