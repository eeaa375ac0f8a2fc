package hongyan.geo.zones;

import hongyan.geo.place.Shape;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with the polygon of a zone before anybody relies on it. */
public final class ZoneGeometry {

  private ZoneGeometry() {}

  /**
   * Returns the faults of a GeoJSON Polygon or MultiPolygon, none if it is sound.
   *
   * <p>All faults of form are told, and the first topological fault of each part; how parts lie to
   * each other is looked at once every part is sound. Whether the zone lies in or near the city is
   * not looked at. Source: RFC 7946; OGC Simple Features.
   */
  public static List<GeometryFault> check(String geojson) {
    List<GeometryFault> faults = new ArrayList<>();
    Shape.read(geojson, (rule, message, at) -> faults.add(new GeometryFault(rule, message, at)));
    return List.copyOf(faults);
  }
}
