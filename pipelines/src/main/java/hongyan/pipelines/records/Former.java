package hongyan.pipelines.records;

import java.time.Instant;

/**
 * A record that another of the same identity has replaced, or came before: kept, never counted.
 *
 * @param kind {@code reading}, {@code occurrence}, {@code finding}, {@code forecast} or {@code
 *     device-status}
 * @param identity the identity that both have
 * @param version {@link Receipt#version()} of this one
 * @param json the whole record as JSON
 */
public record Former(String kind, String identity, Instant version, String json) {}
