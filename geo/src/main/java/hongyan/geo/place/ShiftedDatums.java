package hongyan.geo.place;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

/** The arithmetic of GCJ-02 and BD-09; {@link Datum} says where it comes from. */
final class ShiftedDatums {

  /** Krasovsky's ellipsoid of 1940, on which the formula is built. */
  private static final double SEMI_MAJOR_AXIS_METRES = 6378245.0;

  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

  /** A tenth of a millimetre. */
  private static final double STANDS_STILL_DEGREES = 1e-9;

  private static final int MOST_STEPS = 30;

  private ShiftedDatums() {}

  /** A difference of coordinates, in degrees. */
  private record Shift(double lon, double lat) {}

  /*
   * wgs = gcj - shift(wgs), solved by repetition from wgs = gcj. The shift changes by less than a
   * hundredth of the way that one walks, so each step gains two digits.
   */
  static Position fromGcj02(Position gcj) {
    if (outsideChina(gcj)) {
      return gcj;
    }
    Position wgs = gcj;
    for (int step = 0; step < MOST_STEPS; step++) {
      Shift shift = shiftAt(wgs);
      Position next = new Position(gcj.lon() - shift.lon(), gcj.lat() - shift.lat());
      double moved = abs(next.lon() - wgs.lon()) + abs(next.lat() - wgs.lat());
      wgs = next;
      if (moved < STANDS_STILL_DEGREES) {
        break;
      }
    }
    return wgs;
  }

  /** The way there, kept for its tests: the inverse must come back from it. */
  static Position toGcj02(Position wgs) {
    if (outsideChina(wgs)) {
      return wgs;
    }
    Shift shift = shiftAt(wgs);
    return new Position(wgs.lon() + shift.lon(), wgs.lat() + shift.lat());
  }

  static Position gcj02FromBd09(Position bd) {
    if (outsideChina(bd)) {
      return bd;
    }
    double x = bd.lon() - 0.0065;
    double y = bd.lat() - 0.006;
    double radius = hypot(x, y) - 0.00002 * sin(y * PI * 3000 / 180);
    double angle = atan2(y, x) - 0.000003 * cos(x * PI * 3000 / 180);
    return new Position(radius * cos(angle), radius * sin(angle));
  }

  private static boolean outsideChina(Position at) {
    return at.lon() < 72.004 || at.lon() > 137.8347 || at.lat() < 0.8293 || at.lat() > 55.8271;
  }

  private static Shift shiftAt(Position at) {
    double x = at.lon() - 105;
    double y = at.lat() - 35;
    double ripple = 20 * sin(6 * x * PI) + 20 * sin(2 * x * PI);
    double eastMetres =
        300
            + x
            + 2 * y
            + 0.1 * x * x
            + 0.1 * x * y
            + 0.1 * sqrt(abs(x))
            + (ripple + wave(x) + 150 * sin(x * PI / 12) + 300 * sin(x * PI / 30)) * 2 / 3;
    double northMetres =
        -100
            + 2 * x
            + 3 * y
            + 0.2 * y * y
            + 0.1 * x * y
            + 0.2 * sqrt(abs(x))
            + (ripple + wave(y) + 160 * sin(y * PI / 12) + 320 * sin(y * PI / 30)) * 2 / 3;
    double latitude = toRadians(at.lat());
    double w = 1 - ECCENTRICITY_SQUARED * sin(latitude) * sin(latitude);
    double meridianRadius = SEMI_MAJOR_AXIS_METRES * (1 - ECCENTRICITY_SQUARED) / (w * sqrt(w));
    double parallelRadius = SEMI_MAJOR_AXIS_METRES / sqrt(w) * cos(latitude);
    return new Shift(
        Math.toDegrees(eastMetres / parallelRadius), Math.toDegrees(northMetres / meridianRadius));
  }

  private static double wave(double t) {
    return 20 * sin(t * PI) + 40 * sin(t * PI / 3);
  }
}
