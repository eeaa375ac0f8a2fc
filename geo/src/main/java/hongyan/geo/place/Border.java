package hongyan.geo.place;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The rings of a shape, as plain numbers: what distances and areas are worked out from. */
final class Border {

  private static final double ECCENTRICITY_SQUARED =
      Geodesic.WGS84.Flattening() * (2 - Geodesic.WGS84.Flattening());

  /** One closed ring; {@code sign} is 1 for a shell and -1 for a hole. */
  private record Ring(Coordinate[] points, int sign) {}

  private final List<Ring> rings = new ArrayList<>();

  Border(Geometry polygons) {
    for (int part = 0; part < polygons.getNumGeometries(); part++) {
      Polygon polygon = (Polygon) polygons.getGeometryN(part);
      rings.add(ring(polygon.getExteriorRing(), 1));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        rings.add(ring(polygon.getInteriorRingN(hole), -1));
      }
    }
  }

  private static Ring ring(LinearRing ring, int sign) {
    return new Ring(ring.getCoordinates(), sign);
  }

  double squareMetres() {
    double sum = 0;
    for (Ring ring : rings) {
      PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
      for (int i = 0; i + 1 < ring.points().length; i++) {
        area.AddPoint(ring.points()[i].y, ring.points()[i].x);
      }
      sum += ring.sign() * Math.abs(area.Compute().area);
    }
    return sum;
  }

  /*
   * 1. Lay a plane on the ellipsoid at the position: metres to the east and north, by the radii of
   *    curvature there. Straight edges in longitude and latitude stay straight in it.
   * 2. Find the nearest point of the border in that plane. Its scale errs a little away from the
   *    position, so the point found may lie slightly beside the true one along the border ...
   * 3. ... but its distance is then taken on the ellipsoid, where such a slip counts only squared.
   */
  double metresFrom(Position from) {
    Plane plane = new Plane(from);
    Nearest nearest = new Nearest();
    for (Ring ring : rings) {
      for (int i = 0; i + 1 < ring.points().length; i++) {
        Coordinate a = ring.points()[i];
        Coordinate b = ring.points()[i + 1];
        double ax = plane.east(a);
        nearest.offer(ax, plane.north(a), ax + plane.eastward(a, b), plane.north(b));
      }
    }
    return Geodesy.metres(from, plane.position(nearest.x, nearest.y));
  }

  /*
   * The share of an isotropic normal distribution around the position that lies inside. By Green's
   * theorem it is a sum over the edges, each seen from the position (NormalInPolygon); a ring's sum
   * has the sign of its direction, which GeoJSON leaves open, so its amount is taken.
   */
  double probability(Position from, double sigmaMetres) {
    Plane plane = new Plane(from);
    double sum = 0;
    for (Ring ring : rings) {
      double inRing = 0;
      for (int i = 0; i + 1 < ring.points().length; i++) {
        Coordinate a = ring.points()[i];
        Coordinate b = ring.points()[i + 1];
        double ax = plane.east(a) / sigmaMetres;
        double bx = ax + plane.eastward(a, b) / sigmaMetres;
        inRing +=
            NormalInPolygon.edge(
                ax, plane.north(a) / sigmaMetres, bx, plane.north(b) / sigmaMetres);
      }
      sum += ring.sign() * Math.abs(inRing);
    }
    return Math.max(0, Math.min(1, sum));
  }

  /** Metres east and north of a position. */
  private static final class Plane {

    private final Position origin;
    private final double metresPerDegreeEast;
    private final double metresPerDegreeNorth;

    Plane(Position origin) {
      this.origin = origin;
      double latitude = toRadians(origin.lat());
      double w = 1 - ECCENTRICITY_SQUARED * sin(latitude) * sin(latitude);
      double axis = Geodesic.WGS84.EquatorialRadius();
      // At a pole all longitudes meet; a little width keeps the way back from the plane defined.
      metresPerDegreeEast = toRadians(axis / sqrt(w) * Math.max(cos(latitude), 1e-9));
      metresPerDegreeNorth = toRadians(axis * (1 - ECCENTRICITY_SQUARED) / (w * sqrt(w)));
    }

    /** The shorter way round the earth, so that 179.9 and -179.9 are neighbours. */
    double east(Coordinate to) {
      return Math.IEEEremainder(to.x - origin.lon(), 360) * metresPerDegreeEast;
    }

    /** Along an edge, never the other way round the earth. */
    double eastward(Coordinate from, Coordinate to) {
      return (to.x - from.x) * metresPerDegreeEast;
    }

    double north(Coordinate to) {
      return (to.y - origin.lat()) * metresPerDegreeNorth;
    }

    Position position(double east, double north) {
      double lon = Math.IEEEremainder(origin.lon() + east / metresPerDegreeEast, 360);
      double lat = origin.lat() + north / metresPerDegreeNorth;
      return new Position(lon, Math.max(-90, Math.min(90, lat)));
    }
  }

  /** The point nearest to the origin of the edges that were offered. */
  private static final class Nearest {

    private double x;
    private double y;
    private double squared = Double.POSITIVE_INFINITY;

    void offer(double ax, double ay, double bx, double by) {
      double dx = bx - ax;
      double dy = by - ay;
      double length = dx * dx + dy * dy;
      double share = length == 0 ? 0 : -(ax * dx + ay * dy) / length;
      share = Math.max(0, Math.min(1, share));
      double px = ax + share * dx;
      double py = ay + share * dy;
      if (px * px + py * py < squared) {
        squared = px * px + py * py;
        x = px;
        y = py;
      }
    }
  }
}
