package hongyan.geo.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What could be made of a polygon that is not valid: an offer, never a deed. Open rings are closed;
 * the rest is JTS's {@code GeometryFixer}: every area that the outline encloses is kept, a hole
 * outside its shell becomes an area of its own.
 *
 * @param geometry the repaired polygon or multipolygon as GeoJSON
 * @param parts how many polygons it then has
 * @param hectaresAsWritten what the outlines enclose as they are written, shells less holes; where
 *     one crosses itself, its loops count against each other
 * @param hectares area after the repair
 */
public record Repair(String geometry, int parts, double hectaresAsWritten, double hectares) {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Returns what the repair would add, in hectares; negative where it would take away. */
  public double change() {
    return hectares - hectaresAsWritten;
  }

  /** Offers a repair of a GeoJSON Polygon or MultiPolygon; empty when there is nothing to mend. */
  public static Optional<Repair> offer(String geojson) {
    try {
      Geometry written = lenient(GeoJson.MAPPER.readTree(geojson));
      if (written == null) {
        return Optional.empty();
      }
      Geometry fixed = areas(GeometryFixer.fix(written));
      return fixed.isEmpty() || !Topology.isSound(fixed, (rule, message, at) -> {})
          ? Optional.empty()
          : Optional.of(
              new Repair(
                  GeometryText.of(fixed),
                  fixed.getNumGeometries(),
                  new Border(written).squareMetres() / 10_000,
                  new Border(fixed).squareMetres() / 10_000));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  private static Geometry areas(Geometry fixed) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < fixed.getNumGeometries(); i++) {
      if (fixed.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return polygons.size() == 1
        ? polygons.get(0)
        : GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static @Nullable Geometry lenient(JsonNode node) {
    JsonNode coordinates = node.path("coordinates");
    List<Polygon> polygons = new ArrayList<>();
    switch (node.path("type").asString("")) {
      case "Polygon" -> addPolygon(coordinates, polygons);
      case "MultiPolygon" -> coordinates.forEach(each -> addPolygon(each, polygons));
      default -> {
        return null;
      }
    }
    return polygons.isEmpty()
        ? null
        : GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static void addPolygon(JsonNode rings, List<Polygon> polygons) {
    LinearRing shell = ring(rings.path(0));
    if (shell == null) {
      return;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 1; i < rings.size(); i++) {
      LinearRing hole = ring(rings.get(i));
      if (hole != null) {
        holes.add(hole);
      }
    }
    polygons.add(GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new)));
  }

  private static @Nullable LinearRing ring(JsonNode points) {
    List<Coordinate> ring = new ArrayList<>();
    for (JsonNode pair : points) {
      double lon = pair.path(0).asDouble(Double.NaN);
      double lat = pair.path(1).asDouble(Double.NaN);
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
        return null;
      }
      ring.add(new Coordinate(lon, lat));
    }
    if (!ring.isEmpty() && !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0).copy());
    }
    return ring.size() < 4 ? null : GEOMETRIES.createLinearRing(ring.toArray(Coordinate[]::new));
  }
}
