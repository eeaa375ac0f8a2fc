package hongyan.service.hj212;

import hongyan.pipelines.records.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * An upload that makes no readings, kept on the log as it came: real-time values, means of a day,
 * states of equipment.
 *
 * @param command {@code CN}
 * @param dataTime as it was sent
 */
public record KeptFrame(String mn, String command, @Nullable String dataTime, Receipt receipt) {}
