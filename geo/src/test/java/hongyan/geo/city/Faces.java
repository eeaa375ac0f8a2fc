package hongyan.geo.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The pieces into which the borders of all counties cut the plane. A piece inside one county is
 * its; one inside two (an overlap) goes to the one of them, one inside none (a gap that counties
 * enclose) to the one of all, with which it shares the longest border.
 */
final class Faces {

  /** Five decimals of a degree: 1 m. */
  static final double GRID = 1e5;

  /**
   * Parts that noding left over, smaller than any exclave: about 10 hectares, in degrees squared.
   */
  private static final double LEFTOVER_SQUARE_DEGREES = 1e-5;

  private final List<Face> faces;
  private final Map<LineSegment, List<Face>> byEdge = new HashMap<>();

  /** One piece with the counties that claim it, and the one that gets it. */
  private static final class Face {
    private final Polygon polygon;
    private final List<String> claims;
    private Optional<String> county;

    Face(Polygon polygon, List<String> claims) {
      this.polygon = polygon;
      this.claims = claims;
      this.county = claims.size() == 1 ? Optional.of(claims.get(0)) : Optional.empty();
    }

    List<LineSegment> edges() {
      List<LineSegment> edges = new ArrayList<>();
      addEdges(polygon.getExteriorRing().getCoordinates(), edges);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        addEdges(polygon.getInteriorRingN(i).getCoordinates(), edges);
      }
      return edges;
    }

    private static void addEdges(Coordinate[] ring, List<LineSegment> edges) {
      for (int i = 0; i + 1 < ring.length; i++) {
        LineSegment edge = new LineSegment(ring[i], ring[i + 1]);
        edge.normalize();
        edges.add(edge);
      }
    }
  }

  private Faces(List<Face> faces) {
    this.faces = faces;
    for (Face face : faces) {
      face.edges().forEach(edge -> byEdge.computeIfAbsent(edge, e -> new ArrayList<>()).add(face));
    }
  }

  static Faces cut(Map<String, Geometry> counties) {
    List<Geometry> borders = counties.values().stream().map(Geometry::getBoundary).toList();
    Geometry noded =
        UnaryUnionNG.union(new GeometryFactory().buildGeometry(borders), new PrecisionModel(GRID));
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(noded);
    List<Face> faces = new ArrayList<>();
    for (Object found : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) found;
      Point inside = polygon.getInteriorPoint();
      faces.add(
          new Face(
              polygon,
              counties.entrySet().stream()
                  .filter(county -> county.getValue().contains(inside))
                  .map(Map.Entry::getKey)
                  .toList()));
    }
    return new Faces(faces);
  }

  /** Gives every piece away and puts the counties together again, by adcode. */
  Map<String, Geometry> share() {
    tell();
    settleOpenFaces();
    freeLeftovers();
    settleOpenFaces();
    TreeMap<String, Geometry> counties = new TreeMap<>();
    for (String county : new TreeSet<>(faces.stream().map(f -> f.county.orElseThrow()).toList())) {
      counties.put(county, CoverageUnion.union(polygonsOf(county)));
    }
    return counties;
  }

  private Geometry[] polygonsOf(String county) {
    return faces.stream()
        .filter(face -> face.county.equals(Optional.of(county)))
        .map(face -> face.polygon)
        .toArray(Geometry[]::new);
  }

  /** Largest first; a piece that touches only open pieces waits for the next round. */
  private void settleOpenFaces() {
    List<Face> open = new ArrayList<>(faces.stream().filter(f -> f.county.isEmpty()).toList());
    open.sort(Comparator.comparingDouble((Face face) -> face.polygon.getArea()).reversed());
    while (!open.isEmpty()) {
      if (!open.removeIf(this::settled)) {
        throw new IllegalStateException(open.size() + " pieces touch no county");
      }
    }
  }

  private boolean settled(Face face) {
    TreeMap<String, Double> shared = new TreeMap<>();
    for (LineSegment edge : face.edges()) {
      for (Face neighbour : byEdge.getOrDefault(edge, List.of())) {
        neighbour
            .county
            .filter(county -> face.claims.isEmpty() || face.claims.contains(county))
            .ifPresent(county -> shared.merge(county, edge.getLength(), Double::sum));
      }
    }
    face.county =
        shared.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    return face.county.isPresent();
  }

  /** Opens again what hangs on its county by a point or not at all and is too small to be meant. */
  private void freeLeftovers() {
    for (String county : new TreeSet<>(faces.stream().map(f -> f.county.orElseThrow()).toList())) {
      Geometry parts = CoverageUnion.union(polygonsOf(county));
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        Geometry part = parts.getGeometryN(i);
        if (part.getArea() < LEFTOVER_SQUARE_DEGREES) {
          faces.stream()
              .filter(face -> part.contains(face.polygon.getInteriorPoint()))
              .forEach(face -> face.county = Optional.empty());
        }
      }
    }
  }

  private void tell() {
    System.out.printf("%d pieces, %s gaps, %s overlaps%n", faces.size(), describe(0), describe(2));
  }

  private String describe(int claims) {
    List<Face> found =
        faces.stream().filter(f -> claims == 0 ? f.claims.isEmpty() : f.claims.size() > 1).toList();
    double squareDegrees = found.stream().mapToDouble(f -> f.polygon.getArea()).sum();
    double largest = found.stream().mapToDouble(f -> f.polygon.getArea()).max().orElse(0);
    return "%d (%.1f ha, largest %.1f)"
        .formatted(found.size(), hectares(squareDegrees), hectares(largest));
  }

  /** Rough, for the message only: one square degree at 25.8 degrees north. */
  private static double hectares(double squareDegrees) {
    return squareDegrees * 111_320 * 110_790 * Math.cos(Math.toRadians(25.8)) / 10_000;
  }
}
