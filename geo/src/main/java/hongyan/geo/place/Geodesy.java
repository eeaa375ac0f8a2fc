package hongyan.geo.place;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * Lengths on the ellipsoid of WGS 84, in metres, by Karney's geodesics (C. F. F. Karney,
 * "Algorithms for geodesics", J. Geodesy 87, 2013), exact to nanometres. Thread-safe.
 *
 * <p>Distances to a polygon and areas are {@link Shape}'s.
 */
public final class Geodesy {

  private Geodesy() {}

  /** Returns the length of the shortest way between two positions, in metres. */
  public static double metres(Position a, Position b) {
    return Geodesic.WGS84.Inverse(a.lat(), a.lon(), b.lat(), b.lon(), GeodesicMask.DISTANCE).s12;
  }
}
