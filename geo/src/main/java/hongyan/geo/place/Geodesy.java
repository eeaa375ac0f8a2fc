package hongyan.geo.place;

import net.sf.geographiclib.Geodesic;

/** Lengths on the WGS 84 ellipsoid. Thread-safe. */
public final class Geodesy {

  private Geodesy() {}

  /** Returns the length of the geodesic between two positions, in metres. */
  public static double metres(Position a, Position b) {
    return Geodesic.WGS84.Inverse(a.lat(), a.lon(), b.lat(), b.lon()).s12;
  }
}
