package hongyan.pipelines.changes;

import hongyan.pipelines.air.Pollutant;
import java.time.Instant;

/**
 * One reading that has changed what figures are made of.
 *
 * @param reading its identity
 * @param time the end of its period
 * @param at when its new version, or the decision on it, came
 */
public record Cause(
    CauseKind kind, String reading, Pollutant pollutant, Instant time, Instant at) {}
