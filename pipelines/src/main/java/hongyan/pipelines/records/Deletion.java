package hongyan.pipelines.records;

import java.time.Instant;

/**
 * The decision that what a topic received before a moment was kept long enough: of its records the
 * text as it was sent goes, wherever it stands.
 *
 * @param topic one of {@link Topics}
 * @param before exclusive; a whole second
 * @param at when it was decided
 * @param who the account
 */
public record Deletion(String topic, Instant before, Instant at, String who, String reason) {}
