package hongyan.pipelines.rules;

import hongyan.geo.place.Position;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.util.List;

/**
 * The zones that a position lies in or within {@code metres} of at a time, with whether it is their
 * season then; in the program the zone index of {@code geo}.
 */
@FunctionalInterface
public interface ZonesNear {
  List<ZoneRef> near(Position position, Instant time, double metres);
}
