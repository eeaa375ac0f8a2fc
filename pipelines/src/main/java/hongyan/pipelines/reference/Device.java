package hongyan.pipelines.reference;

import hongyan.geo.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * A registered instrument, camera, recorder, boundary marker or box.
 *
 * @param kind what it is, for example {@code camera}, {@code marker}
 * @param station the station that it belongs to, or null
 */
public record Device(
    String id, String name, String kind, Position position, @Nullable String station) {}
