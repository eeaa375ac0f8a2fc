package hongyan.geo.files;

import hongyan.geo.place.Position;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A strip of the Gauss-Krüger projection (transverse Mercator), easting first. The arithmetic is
 * proj4j's.
 *
 * <p>Eastings of a million and more carry the number of their strip in front (带号). Whether a file
 * does is told by the numbers themselves, since the headers of such files are often wrong about it;
 * a number that is not the declared strip's is an error.
 */
final class GaussKruger implements CoordinateSystem {

  private static final int LEAST_MERIDIAN = 75;
  private static final int GREATEST_MERIDIAN = 135;
  private static final double PREFIX = 1_000_000;
  private static final double FALSE_EASTING = 500_000;

  private final String name;
  private final double strip;
  private final double falseEasting;
  private final BasicCoordinateTransform toDegrees;

  private GaussKruger(
      String name,
      double strip,
      double meridian,
      double falseEasting,
      double scale,
      String ellipsoid) {
    this.name = name;
    this.strip = strip;
    this.falseEasting = falseEasting;
    CRSFactory factory = new CRSFactory();
    String plane =
        String.format(
            Locale.ROOT,
            "+proj=tmerc +lat_0=0 +lon_0=%s +k=%s +x_0=0 +y_0=0 %s +units=m +no_defs",
            meridian,
            scale,
            ellipsoid);
    this.toDegrees =
        new BasicCoordinateTransform(
            factory.createFromParameters(name, plane),
            factory.createFromParameters("degrees", "+proj=longlat " + ellipsoid + " +no_defs"));
  }

  /** Returns the 3-degree strip of CGCS2000 about that meridian, if there is one. */
  static Optional<CoordinateSystem> findThreeDegree(int meridian) {
    return meridian % 3 == 0 && meridian >= LEAST_MERIDIAN && meridian <= GREATEST_MERIDIAN
        ? Optional.of(
            new GaussKruger(
                "CGCS2000-GK-CM" + meridian,
                meridian / 3.0,
                meridian,
                FALSE_EASTING,
                1,
                "+ellps=GRS80"))
        : Optional.empty();
  }

  /** EPSG 4513 to 4533 are zones 25 to 45, 4534 to 4554 the same without the prefix. */
  static Optional<CoordinateSystem> findByEpsg(int code) {
    if (code >= 4513 && code <= 4533) {
      return findThreeDegree(75 + 3 * (code - 4513));
    }
    return code >= 4534 && code <= 4554
        ? findThreeDegree(75 + 3 * (code - 4534))
        : Optional.empty();
  }

  /** A strip as a file describes it. */
  static CoordinateSystem of(
      String name, double meridian, double falseEasting, double scale, boolean wgs84) {
    double strip = Math.floor(falseEasting / PREFIX);
    return new GaussKruger(
        name,
        strip > 0 ? strip : meridian / 3,
        meridian,
        falseEasting - strip * PREFIX,
        scale,
        wgs84 ? "+ellps=WGS84" : "+ellps=GRS80");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Position toWgs84(double x, double y) {
    double prefix = Math.floor(x / PREFIX);
    if (prefix != 0 && prefix != strip) {
      throw new IllegalArgumentException(
          "easting %s carries the strip %.0f, %s is strip %s".formatted(x, prefix, name, strip));
    }
    double easting = x - prefix * PREFIX - falseEasting;
    if (!(Math.abs(easting) < 500_000 && Math.abs(y) < 10_000_000)) {
      throw new IllegalArgumentException(
          "x=%s y=%s is no easting and northing in metres".formatted(x, y));
    }
    ProjCoordinate to = new ProjCoordinate();
    toDegrees.transform(new ProjCoordinate(easting, y), to);
    return new Position(to.x, to.y);
  }
}
