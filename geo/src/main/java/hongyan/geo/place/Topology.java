package hongyan.geo.place;

import static java.util.Map.entry;

import hongyan.geo.place.Shape.Faults;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** How the rings of a polygon lie to each other: the validity of OGC Simple Features. */
final class Topology {

  private static final Map<Integer, String> RULES =
      Map.ofEntries(
          entry(TopologyValidationError.SELF_INTERSECTION, "self-crossing"),
          entry(TopologyValidationError.RING_SELF_INTERSECTION, "self-crossing"),
          entry(TopologyValidationError.HOLE_OUTSIDE_SHELL, "hole-outside"),
          entry(TopologyValidationError.NESTED_HOLES, "nested-holes"),
          entry(TopologyValidationError.DISCONNECTED_INTERIOR, "cut-apart"),
          entry(TopologyValidationError.NESTED_SHELLS, "nested-parts"),
          entry(TopologyValidationError.DUPLICATE_RINGS, "same-ring-twice"),
          entry(TopologyValidationError.TOO_FEW_POINTS, "too-few-points"));

  private Topology() {}

  /** Tells the first fault of each part; of the parts among each other only when all are sound. */
  static boolean isSound(Geometry geometry, Faults faults) {
    boolean sound = true;
    int parts = geometry.getNumGeometries();
    for (int i = 0; i < parts; i++) {
      String path = parts == 1 ? "polygon" : "part " + (i + 1);
      sound &= tell(new IsValidOp(geometry.getGeometryN(i)).getValidationError(), path, faults);
    }
    return sound
        && (parts == 1
            || tell(new IsValidOp(geometry).getValidationError(), "multipolygon", faults));
  }

  private static boolean tell(@Nullable TopologyValidationError error, String path, Faults faults) {
    if (error == null) {
      return true;
    }
    var at = error.getCoordinate();
    faults.add(
        RULES.getOrDefault(error.getErrorType(), "invalid"),
        "%s: %s at lon=%s lat=%s".formatted(path, error.getMessage(), at.x, at.y),
        new Position(at.x, at.y));
    return false;
  }
}
