package hongyan.pipelines.reference;

import hongyan.geo.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * A registered instrument, camera, recorder, boundary marker or box.
 *
 * @param kind what it is: {@code camera}, {@code recorder}, {@code light-sensor}, {@code marker},
 *     {@code box}, {@code tag}, ...
 * @param station the station that it belongs to, or null
 * @param gpsErrorMetres how far its own position may lie off, or null where nobody said
 */
public record Device(
    String id,
    String name,
    String kind,
    Position position,
    @Nullable String station,
    @Nullable Double gpsErrorMetres) {

  /** A device of which nobody said how far its own position may lie off. */
  public Device(String id, String name, String kind, Position position, @Nullable String station) {
    this(id, name, kind, position, station, null);
  }
}
