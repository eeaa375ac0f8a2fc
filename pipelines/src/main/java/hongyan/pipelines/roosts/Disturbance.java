package hongyan.pipelines.roosts;

import java.time.Instant;

/**
 * A finding near a roost after which its birds may leave.
 *
 * @param station the roost's
 * @param metres between the two
 * @param receivedAt when it became known
 * @param there false takes it away
 */
public record Disturbance(
    String station,
    String findingID,
    String conduct,
    Instant time,
    double metres,
    Instant receivedAt,
    boolean there) {}
