package hongyan.geo.place;

import java.util.Locale;
import java.util.StringJoiner;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes geometries as GeoJSON, with nine decimals: a tenth of a millimetre. */
final class GeometryText {

  private GeometryText() {}

  static String of(Geometry geometry) {
    if (geometry instanceof Point point) {
      return object("Point", point.isEmpty() ? "[]" : pair(point.getCoordinate()));
    }
    if (geometry instanceof LineString line) {
      return object("LineString", line(line));
    }
    if (geometry instanceof Polygon polygon) {
      return object("Polygon", polygon(polygon));
    }
    return switch (geometry.getGeometryType()) {
      case "MultiPoint", "MultiLineString", "MultiPolygon" ->
          object(geometry.getGeometryType(), parts(geometry));
      default -> collection(geometry);
    };
  }

  private static String object(String type, String coordinates) {
    return "{\"type\":\"%s\",\"coordinates\":%s}".formatted(type, coordinates);
  }

  private static String collection(Geometry geometry) {
    StringJoiner parts =
        new StringJoiner(",", "{\"type\":\"GeometryCollection\",\"geometries\":[", "]}");
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      parts.add(of(geometry.getGeometryN(i)));
    }
    return parts.toString();
  }

  private static String parts(Geometry geometry) {
    StringJoiner parts = new StringJoiner(",", "[", "]");
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      parts.add(
          part instanceof Polygon polygon
              ? polygon(polygon)
              : part instanceof LineString line ? line(line) : pair(part.getCoordinate()));
    }
    return parts.toString();
  }

  private static String polygon(Polygon polygon) {
    StringJoiner rings = new StringJoiner(",", "[", "]");
    rings.add(line(polygon.getExteriorRing()));
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      rings.add(line(polygon.getInteriorRingN(hole)));
    }
    return rings.toString();
  }

  private static String line(LineString line) {
    StringJoiner points = new StringJoiner(",", "[", "]");
    for (Coordinate each : line.getCoordinates()) {
      points.add(pair(each));
    }
    return points.toString();
  }

  private static String pair(Coordinate at) {
    return "[" + number(at.x) + "," + number(at.y) + "]";
  }

  private static String number(double degrees) {
    String text = String.format(Locale.ROOT, "%.9f", degrees);
    int end = text.length();
    while (text.charAt(end - 1) == '0' && text.charAt(end - 2) != '.') {
      end--;
    }
    return text.substring(0, end);
  }
}
