package hongyan.pipelines.birds;

import org.jspecify.annotations.Nullable;

/**
 * One bird record takes the place of another of its identity.
 *
 * @param before what was known so far, or null for the first
 */
public record OccurrenceChange(@Nullable PlacedOccurrence before, PlacedOccurrence after) {}
