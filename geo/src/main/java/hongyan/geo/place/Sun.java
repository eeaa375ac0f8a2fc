package hongyan.geo.place;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.tan;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

import java.time.Instant;

/**
 * How high the sun stands, by the equations of NOAA's solar calculator (after J. Meeus,
 * Astronomical Algorithms), right to about a hundredth of a degree between 1900 and 2100.
 *
 * <p>Of the sun's middle, without refraction: at sunrise and sunset, as almanacs have them, it is
 * -0.833 degrees. Mountains and the height of the place are left aside.
 */
public final class Sun {

  private static final double MILLIS_PER_DAY = 86_400_000;
  private static final double J2000_DAYS_SINCE_1970 = 10_957.5;
  private static final double DAYS_PER_CENTURY = 36_525;
  private static final double MINUTES_PER_DAY = 1_440;

  private Sun() {}

  /** Returns the height of the sun over the horizon in degrees, negative below it. */
  public static double elevationDegrees(Position position, Instant time) {
    double days = time.toEpochMilli() / MILLIS_PER_DAY;
    double t = (days - J2000_DAYS_SINCE_1970) / DAYS_PER_CENTURY;
    double obliquity = obliquity(t);
    double declination = Math.asin(sin(obliquity) * sin(longitude(t)));
    double utcMinutes = (days - Math.floor(days)) * MINUTES_PER_DAY;
    double solarMinutes = utcMinutes + equationOfTimeMinutes(t, obliquity) + 4 * position.lon();
    double hourAngle = toRadians(solarMinutes / 4 - 180);
    double latitude = toRadians(position.lat());
    double sine =
        sin(latitude) * sin(declination) + cos(latitude) * cos(declination) * cos(hourAngle);
    return toDegrees(Math.asin(Math.max(-1, Math.min(1, sine))));
  }

  private static double meanLongitude(double t) {
    return toRadians((280.46646 + t * (36000.76983 + t * 0.0003032)) % 360);
  }

  private static double meanAnomaly(double t) {
    return toRadians(357.52911 + t * (35999.05029 - 0.0001537 * t));
  }

  private static double node(double t) {
    return toRadians(125.04 - 1934.136 * t);
  }

  /** Apparent longitude. */
  private static double longitude(double t) {
    double m = meanAnomaly(t);
    double centre =
        sin(m) * (1.914602 - t * (0.004817 + 0.000014 * t))
            + sin(2 * m) * (0.019993 - 0.000101 * t)
            + sin(3 * m) * 0.000289;
    return meanLongitude(t) + toRadians(centre - 0.00569 - 0.00478 * sin(node(t)));
  }

  private static double obliquity(double t) {
    double seconds = 21.448 - t * (46.815 + t * (0.00059 - t * 0.001813));
    return toRadians(23 + (26 + seconds / 60) / 60 + 0.00256 * cos(node(t)));
  }

  private static double equationOfTimeMinutes(double t, double obliquity) {
    double l = meanLongitude(t);
    double m = meanAnomaly(t);
    double e = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    double y = tan(obliquity / 2) * tan(obliquity / 2);
    double angle =
        y * sin(2 * l)
            - 2 * e * sin(m)
            + 4 * e * y * sin(m) * cos(2 * l)
            - 0.5 * y * y * sin(4 * l)
            - 1.25 * e * e * sin(2 * m);
    return 4 * toDegrees(angle);
  }
}
