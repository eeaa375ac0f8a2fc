package hongyan.geo.place;

import hongyan.geo.place.Shape.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads GeoJSON of any kind of geometry; polygons by the same checks as those of zones. */
final class FootprintReader {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int DEEPEST = 8;

  private final Faults faults;
  private final List<Geometry> found = new ArrayList<>();
  private boolean sound = true;

  private FootprintReader(Faults faults) {
    this.faults = faults;
  }

  static Optional<Geometry> read(String geojson, Faults faults) {
    FootprintReader reader = new FootprintReader(faults);
    try {
      reader.take(GeoJson.MAPPER.readTree(geojson), 0);
    } catch (JacksonException e) {
      reader.fault("json", "not JSON: " + GeoJson.reason(e), null);
    }
    if (reader.sound && reader.found.isEmpty()) {
      reader.fault("empty", "no geometry in it", null);
    }
    return reader.sound ? Optional.of(UnaryUnionOp.union(reader.found)) : Optional.empty();
  }

  private void take(JsonNode node, int depth) {
    String type = node.path("type").asString("");
    JsonNode coordinates = node.path("coordinates");
    if (depth > DEEPEST) {
      fault("type", "collections within collections, deeper than " + DEEPEST, null);
      return;
    }
    switch (type) {
      case "Feature" -> take(node.path("geometry"), depth + 1);
      case "FeatureCollection" -> node.path("features").forEach(each -> take(each, depth + 1));
      case "GeometryCollection" -> node.path("geometries").forEach(each -> take(each, depth + 1));
      case "Polygon", "MultiPolygon" -> takePolygon(node);
      case "Point" -> takePoint(coordinates, "point");
      case "MultiPoint" -> coordinates.forEach(each -> takePoint(each, "points"));
      case "LineString" -> takeLine(coordinates);
      case "MultiLineString" -> coordinates.forEach(this::takeLine);
      default -> fault("type", "'%s' is no GeoJSON geometry".formatted(type), null);
    }
  }

  private void takePolygon(JsonNode node) {
    PolygonReader.read(node.toString(), faults).ifPresentOrElse(found::add, () -> sound = false);
  }

  private void takePoint(JsonNode pair, String path) {
    Coordinate at = coordinate(pair, path);
    if (at != null) {
      Point point = GEOMETRIES.createPoint(at);
      found.add(point);
    }
  }

  private void takeLine(JsonNode points) {
    List<Coordinate> line = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Coordinate at = coordinate(points.get(i), "line, point " + (i + 1));
      if (at == null) {
        return;
      }
      line.add(at);
    }
    if (line.stream().distinct().count() < 2) {
      fault("too-few-points", "line: at least 2 different points needed", null);
      return;
    }
    LineString made = GEOMETRIES.createLineString(line.toArray(Coordinate[]::new));
    found.add(made);
  }

  private @Nullable Coordinate coordinate(JsonNode pair, String path) {
    if (pair.size() < 2 || !pair.path(0).isNumber() || !pair.path(1).isNumber()) {
      fault("coordinates", path + ": expected [lon, lat]", null);
      return null;
    }
    double lon = pair.get(0).doubleValue();
    double lat = pair.get(1).doubleValue();
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      fault("off-earth", path + ": lon=" + lon + " lat=" + lat, null);
      return null;
    }
    return new Coordinate(lon, lat);
  }

  private void fault(String rule, String message, @Nullable Position at) {
    sound = false;
    faults.add(rule, message, at);
  }
}
