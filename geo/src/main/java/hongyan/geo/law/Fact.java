package hongyan.geo.law;

import org.jspecify.annotations.Nullable;

/**
 * One fact that a judgement rests on.
 *
 * @param record where it can be read, as {@code zone/ID/VERSION} or {@code permit/ID}; null for a
 *     fact of the rule or of the report itself
 */
public record Fact(Words words, @Nullable String record) {}
