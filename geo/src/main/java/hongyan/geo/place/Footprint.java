package hongyan.geo.place;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The ground that a project would stand on: points, lines or areas on WGS 84, for questions about
 * zones. Immutable and thread-safe.
 *
 * <p>Areas and lengths are those on the ellipsoid (Karney). A line or a point has no area until it
 * is {@link #buffered}.
 */
public final class Footprint {

  /** A circle of 256 sides is within 0.01 % of its area. */
  private static final int SIDES_PER_QUARTER = 64;

  private final Geometry geometry;

  Footprint(Geometry geometry) {
    this.geometry = geometry;
  }

  /**
   * Reads any GeoJSON geometry, a Feature, or a FeatureCollection of which it takes all together;
   * empty, with at least one fault told, if it is none or not a valid one.
   */
  public static Optional<Footprint> read(String geojson, Shape.Faults faults) {
    return FootprintReader.read(geojson, faults).map(Footprint::new);
  }

  /** Returns all of them as one. */
  public static Footprint of(List<Footprint> parts) {
    return new Footprint(UnaryUnionOp.union(parts.stream().map(part -> part.geometry).toList()));
  }

  /** Returns all ground within {@code metres} of this one; 0 leaves it as it is. */
  public Footprint buffered(double metres) {
    if (!(metres >= 0 && metres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a buffer is 0 metres or more, was " + metres);
    }
    if (metres == 0) {
      return this;
    }
    LocalPlane plane = LocalPlane.around(geometry);
    BufferParameters round = new BufferParameters(SIDES_PER_QUARTER);
    Geometry wide = BufferOp.bufferOp(plane.toPlane(geometry), metres, round);
    return new Footprint(plane.toEarth(wide));
  }

  public boolean isArea() {
    return geometry.getDimension() == 2;
  }

  /** Returns the area in hectares; 0 for lines and points. */
  public double hectares() {
    return hectares(geometry);
  }

  /** Returns the length of its lines in metres; 0 where it has none. */
  public double metres() {
    return metres(geometry);
  }

  /** Returns how much of it lies in the zone. */
  public Overlap overlap(Shape zone) {
    if (!geometry.getEnvelopeInternal().intersects(zone.geometry().getEnvelopeInternal())) {
      return new Overlap(false, 0, 0);
    }
    if (!geometry.intersects(zone.geometry())) {
      return new Overlap(false, 0, 0);
    }
    // Two areas that share a border have a line in common, which is no line of the footprint.
    Geometry lines = geometry.getFactory().buildGeometry(lines(geometry));
    return new Overlap(
        true,
        hectares(intersection(geometry, zone.geometry())),
        lines.isEmpty() ? 0 : metres(intersection(lines, zone.geometry())));
  }

  /**
   * What footprint and zone have in common.
   *
   * @param touches whether they have a point in common, be it of their borders
   * @param hectares area that both have
   * @param metres length of the footprint's lines in the zone
   */
  public record Overlap(boolean touches, double hectares, double metres) {}

  /** Returns the shortest distance to the zone in metres; 0 when they touch. */
  public double metresFrom(Shape zone) {
    if (geometry.intersects(zone.geometry())) {
      return 0;
    }
    LocalPlane plane = LocalPlane.around(geometry);
    Coordinate[] nearest =
        DistanceOp.nearestPoints(plane.toPlane(geometry), plane.toPlane(zone.geometry()));
    return Geodesy.metres(position(plane.toEarth(nearest[0])), position(plane.toEarth(nearest[1])));
  }

  /** Returns it as GeoJSON. */
  public String geojson() {
    return GeometryText.of(geometry);
  }

  /** Returns the smallest bounds that hold it. */
  public Bounds bounds() {
    Envelope box = geometry.getEnvelopeInternal();
    return new Bounds(
        new Position(box.getMinX(), box.getMinY()), new Position(box.getMaxX(), box.getMaxY()));
  }

  static Geometry intersection(Geometry a, Geometry b) {
    if (a.getNumGeometries() > 1 && a.getGeometryType().equals("GeometryCollection")) {
      return UnaryUnionOp.union(
          IntStream.range(0, a.getNumGeometries())
              .mapToObj(i -> OverlayNGRobust.overlay(a.getGeometryN(i), b, OverlayNG.INTERSECTION))
              .toList());
    }
    return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
  }

  static double hectares(Geometry geometry) {
    double sum = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon && !part.isEmpty()) {
        sum += new Border(part).squareMetres() / 10_000;
      } else if (part.getNumGeometries() > 1) {
        sum += hectares(part);
      }
    }
    return sum;
  }

  private static double metres(Geometry geometry) {
    double sum = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof LineString) {
        sum += along(LocalPlane.cut(part).getCoordinates());
      } else if (part.getNumGeometries() > 1) {
        sum += metres(part);
      }
    }
    return sum;
  }

  private static List<Geometry> lines(Geometry geometry) {
    return IntStream.range(0, geometry.getNumGeometries())
        .mapToObj(geometry::getGeometryN)
        .filter(LineString.class::isInstance)
        .toList();
  }

  private static double along(Coordinate[] points) {
    double sum = 0;
    for (int i = 0; i + 1 < points.length; i++) {
      sum +=
          Geodesic.WGS84.Inverse(
                  points[i].y, points[i].x, points[i + 1].y, points[i + 1].x, GeodesicMask.DISTANCE)
              .s12;
    }
    return sum;
  }

  private static Position position(Coordinate at) {
    return new Position(at.x, at.y);
  }
}
