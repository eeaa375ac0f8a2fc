package hongyan.pipelines.findings;

import hongyan.geo.place.Position;
import java.time.Instant;

/**
 * Where and when a finding may have met birds.
 *
 * @param cell the {@link Grid} cell of its position
 */
public record FindingSite(String cell, String findingID, Position position, Instant time) {}
