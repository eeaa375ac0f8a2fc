package hongyan.pipelines.findings;

import hongyan.geo.place.Position;
import java.time.Instant;

/**
 * Where and when birds were, for one of the cells that they may be near to.
 *
 * @param from start of the event
 * @param to its end; {@code from} where it is a moment
 * @param receivedAt when it became known
 * @param there false takes an earlier one of the same cell and occurrenceID away
 */
public record BirdSite(
    String cell,
    String occurrenceID,
    Position position,
    Instant from,
    Instant to,
    Instant receivedAt,
    boolean there) {}
