package hongyan.pipelines.findings;

import org.jspecify.annotations.Nullable;

/**
 * One finding takes the place of another of its identity.
 *
 * @param before what was known so far, or null for the first
 */
public record FindingChange(@Nullable Finding before, PlacedFinding after) {}
