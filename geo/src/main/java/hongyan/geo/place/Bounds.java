package hongyan.geo.place;

/**
 * A rectangle of longitudes and latitudes, borders included; it does not run over 180 degrees.
 *
 * <p>Only for narrowing a search: it is no shape on the ground.
 */
public record Bounds(Position southWest, Position northEast) {

  private static final double METRES_PER_DEGREE_OF_LATITUDE_AT_LEAST = 110_500;

  public Bounds {
    if (southWest.lon() > northEast.lon() || southWest.lat() > northEast.lat()) {
      throw new IllegalArgumentException(
          "bounds upside down: %s is not south-west of %s".formatted(southWest, northEast));
    }
  }

  /**
   * Returns bounds that hold every position within {@code metres} of {@code centre}; all longitudes
   * where such a circle reaches a pole or runs over 180 degrees.
   */
  public static Bounds around(Position centre, double metres) {
    double north = metres / METRES_PER_DEGREE_OF_LATITUDE_AT_LEAST;
    double minLat = Math.max(-90, centre.lat() - north);
    double maxLat = Math.min(90, centre.lat() + north);
    double narrowest = Math.cos(Math.toRadians(Math.max(-minLat, maxLat)));
    double east = north / Math.max(narrowest, 1e-12);
    double minLon = centre.lon() - east;
    double maxLon = centre.lon() + east;
    if (minLon < -180 || maxLon > 180) {
      minLon = -180;
      maxLon = 180;
    }
    return new Bounds(new Position(minLon, minLat), new Position(maxLon, maxLat));
  }

  /** Returns whether the two have a position in common. */
  public boolean meets(Bounds other) {
    return southWest.lon() <= other.northEast.lon()
        && other.southWest.lon() <= northEast.lon()
        && southWest.lat() <= other.northEast.lat()
        && other.southWest.lat() <= northEast.lat();
  }

  /** Returns whether the position lies in it or on its border. */
  public boolean holds(Position at) {
    return at.lon() >= southWest.lon()
        && at.lon() <= northEast.lon()
        && at.lat() >= southWest.lat()
        && at.lat() <= northEast.lat();
  }
}
