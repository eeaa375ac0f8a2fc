package hongyan.geo.place;

import hongyan.geo.place.Shape.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the text of a GeoJSON polygon: first its form, coordinate by coordinate, then, only if that
 * is sound, how its rings lie to each other ({@link Topology}).
 */
final class PolygonReader {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Faults faults;
  private boolean sound = true;

  private PolygonReader(Faults faults) {
    this.faults = faults;
  }

  static Optional<Geometry> read(String geojson, Faults faults) {
    JsonNode node;
    try {
      node = GeoJson.MAPPER.readTree(geojson);
    } catch (JacksonException e) {
      faults.add("json", "not JSON: " + GeoJson.reason(e), null);
      return Optional.empty();
    }
    PolygonReader reader = new PolygonReader(faults);
    Optional<Geometry> geometry = reader.geometry(node);
    return reader.sound
        ? geometry.filter(found -> Topology.isSound(found, faults))
        : Optional.empty();
  }

  private Optional<Geometry> geometry(JsonNode node) {
    JsonNode coordinates = node.path("coordinates");
    return switch (node.path("type").asString("")) {
      case "Polygon" -> Optional.ofNullable(polygon(coordinates, "polygon"));
      case "MultiPolygon" -> multiPolygon(coordinates);
      default -> {
        fault(
            "type",
            "expected a GeoJSON Polygon or MultiPolygon, got " + shortened(node.path("type")),
            null);
        yield Optional.empty();
      }
    };
  }

  private Optional<Geometry> multiPolygon(JsonNode parts) {
    List<Polygon> polygons = new ArrayList<>();
    if (isListOf(parts, "polygons", "multipolygon")) {
      for (int i = 0; i < parts.size(); i++) {
        Polygon polygon = polygon(parts.get(i), "part " + (i + 1));
        if (polygon != null) {
          polygons.add(polygon);
        }
      }
    }
    return Optional.of(GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new)));
  }

  private @Nullable Polygon polygon(JsonNode rings, String path) {
    List<LinearRing> found = new ArrayList<>();
    if (isListOf(rings, "rings", path)) {
      for (int i = 0; i < rings.size(); i++) {
        LinearRing ring = ring(rings.get(i), path + (i == 0 ? ", shell" : ", hole " + i));
        if (ring != null) {
          found.add(ring);
        }
      }
    }
    return sound
        ? GEOMETRIES.createPolygon(
            found.get(0), found.subList(1, found.size()).toArray(LinearRing[]::new))
        : null;
  }

  private @Nullable LinearRing ring(JsonNode points, String path) {
    if (!isListOf(points, "points", path)) {
      return null;
    }
    List<Coordinate> found = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Coordinate coordinate = coordinate(points.get(i), path + ", point " + (i + 1));
      if (coordinate == null) {
        return null;
      }
      found.add(coordinate);
    }
    return closed(found, path) && hasArea(found, path)
        ? GEOMETRIES.createLinearRing(found.toArray(Coordinate[]::new))
        : null;
  }

  private boolean closed(List<Coordinate> ring, String path) {
    Coordinate last = ring.get(ring.size() - 1);
    return ring.get(0).equals2D(last)
        || fault("ring-not-closed", path + ": the last point is not the first", position(last));
  }

  private boolean hasArea(List<Coordinate> ring, String path) {
    int corners = new HashSet<>(ring).size();
    return corners >= 3
        || fault(
            "too-few-points",
            path + ": " + corners + " different points, at least 3 needed",
            position(ring.get(0)));
  }

  private @Nullable Coordinate coordinate(JsonNode pair, String path) {
    if (pair.size() < 2 || !pair.path(0).isNumber() || !pair.path(1).isNumber()) {
      fault("coordinates", path + ": expected [lon, lat], got " + shortened(pair), null);
      return null;
    }
    double lon = pair.get(0).doubleValue();
    double lat = pair.get(1).doubleValue();
    if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
      return new Coordinate(lon, lat);
    }
    boolean swapped = Math.abs(lon) <= 90 && Math.abs(lat) <= 180;
    fault(
        swapped ? "swapped" : "off-earth",
        path + ": lon=" + lon + " lat=" + lat + (swapped ? ", latitude comes second" : ""),
        swapped ? new Position(lat, lon) : null);
    return null;
  }

  private boolean isListOf(JsonNode node, String what, String path) {
    if (node.isArray() && !node.isEmpty()) {
      return true;
    }
    return node.isArray()
        ? fault("empty", path + ": no " + what, null)
        : fault("coordinates", path + ": expected a list of " + what, null);
  }

  /** Always false, so that a check can end with it. */
  private boolean fault(String rule, String message, @Nullable Position at) {
    sound = false;
    faults.add(rule, message, at);
    return false;
  }

  private static Position position(Coordinate at) {
    return new Position(at.x, at.y);
  }

  private static String shortened(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
