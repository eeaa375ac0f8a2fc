package hongyan.geo.place;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A plane in metres that touches the ellipsoid at one place: the azimuthal equidistant projection
 * by Karney's geodesics. Lengths from its centre are exact; across them they err by the square of
 * the distance, 6 in 100,000 at 125 km.
 */
final class LocalPlane {

  /** Longer edges are cut first, since an edge that is straight on a map is not so in the plane. */
  private static final double LONGEST_EDGE_DEGREES = 0.01;

  private final Coordinate centre;

  private LocalPlane(Coordinate centre) {
    this.centre = centre;
  }

  static LocalPlane around(Geometry geometry) {
    return new LocalPlane(geometry.getEnvelopeInternal().centre());
  }

  /** Takes a geometry in degrees into the plane. */
  Geometry toPlane(Geometry degrees) {
    return mapped(cut(degrees), this::toPlane);
  }

  /** Takes a geometry of the plane back to degrees. */
  Geometry toEarth(Geometry plane) {
    return mapped(plane, this::toEarth);
  }

  Coordinate toEarth(Coordinate at) {
    double azimuth = Math.toDegrees(Math.atan2(at.x, at.y));
    GeodesicData end = Geodesic.WGS84.Direct(centre.y, centre.x, azimuth, Math.hypot(at.x, at.y));
    return new Coordinate(end.lon2, end.lat2);
  }

  private Coordinate toPlane(Coordinate at) {
    GeodesicData way = Geodesic.WGS84.Inverse(centre.y, centre.x, at.y, at.x);
    double azimuth = Math.toRadians(way.azi1);
    return new Coordinate(way.s12 * Math.sin(azimuth), way.s12 * Math.cos(azimuth));
  }

  static Geometry cut(Geometry degrees) {
    if (degrees.getDimension() == 0) {
      return degrees;
    }
    Densifier densifier = new Densifier(degrees);
    densifier.setDistanceTolerance(LONGEST_EDGE_DEGREES);
    densifier.setValidate(false);
    return densifier.getResultGeometry();
  }

  private interface Way {
    Coordinate go(Coordinate from);
  }

  private static Geometry mapped(Geometry geometry, Way way) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            Coordinate to = way.go(points.getCoordinate(i));
            points.setOrdinate(i, 0, to.x);
            points.setOrdinate(i, 1, to.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
