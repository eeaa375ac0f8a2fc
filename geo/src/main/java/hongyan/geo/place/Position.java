package hongyan.geo.place;

/**
 * A place on earth: WGS 84 longitude and latitude in degrees, in that order (GeoJSON).
 *
 * <p>The only type in which two bare doubles stand side by side; everything else takes a position.
 * Throws {@link IllegalArgumentException} for a value that is no place on earth, so a caller that
 * reads foreign input checks first. Immutable.
 */
public record Position(double lon, double lat) {

  public Position {
    if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException(
          "position outside the earth: lon=%s lat=%s".formatted(lon, lat));
    }
  }
}
