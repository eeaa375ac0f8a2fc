package hongyan.geo.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Corners are laid out by geodesics, so that the plane of the arithmetic is tested too; the edges
 * between them are straight in degrees, a few metres beside the geodesic.
 */
class ProbabilityTest {
  private static final Position HERE = new Position(111.6, 26.2);
  private static final double SIGMA = 1_000;
  private static final PositionError ERROR = new PositionError(SIGMA);

  /** P(|x| < 1) of the standard normal, squared: erf(1/√2)². */
  private static final double ONE_SIGMA_SQUARE = 0.682689492137086 * 0.682689492137086;

  @ParameterizedTest
  @CsvSource({
    // σ off the centre to each side; the probability is the product of two normal intervals
    // (table of Φ: Φ(1) = 0.841344746, Φ(2) = 0.977249868, Φ(0.5) = 0.691462461).
    "-1, 1, -1, 1, 0.466064943",
    "0, 5, 0, 5, 0.249999713",
    "-5, 5, 0, 5, 0.499999427",
    "1, 2, -1, 1, 0.092780999",
    "1, 2, 1, 2, 0.018470202",
    "0.5, 1, 0, 2, 0.071531098",
    "-9, 9, -9, 9, 1"
  })
  void isTheProductOfTwoIntervalsForARectangle(
      double west, double east, double south, double north, double expected) {
    assertThat(rectangle(west, east, south, north).probability(HERE, ERROR))
        .isCloseTo(expected, within(5e-4));
  }

  @ParameterizedTest
  @CsvSource({"0.5", "0.95", "0.99"})
  void isTheLevelOfACircleWithThatRadius(double level) {
    PositionError error = PositionError.ofCircle(2_000, level);
    List<double[]> corners = new ArrayList<>();
    for (int degree = 0; degree < 360; degree++) {
      corners.add(new double[] {degree, 2_000});
    }
    assertThat(polygon(corners, "").probability(HERE, error)).isCloseTo(level, within(2e-4));
  }

  @Test
  void leavesOutAHole() {
    String hole = ring(corners(-1, 1, -1, 1));
    Shape frame = polygon(corners(-9, 9, -9, 9), "," + hole);
    assertThat(frame.probability(HERE, ERROR)).isCloseTo(1 - ONE_SIGMA_SQUARE, within(5e-5));
  }

  @Test
  void addsTheParts() {
    String parts =
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[%s],[%s]]}"
            .formatted(ring(corners(1, 9, -9, 9)), ring(corners(-9, -1, -9, 9)));
    assertThat(Shape.of(parts).probability(HERE, ERROR)).isCloseTo(1 - 0.682689492, within(5e-5));
  }

  @Test
  void doesNotDependOnTheDirectionOfTheRing() {
    List<double[]> turned = new ArrayList<>(corners(1, 2, -1, 1));
    java.util.Collections.reverse(turned);
    assertThat(polygon(turned, "").probability(HERE, ERROR))
        .isCloseTo(rectangle(1, 2, -1, 1).probability(HERE, ERROR), within(1e-9));
  }

  @Test
  void isNearlyNothingForASmallZoneAndALightLevelGeolocator() {
    // 5 km² and 150 km: area times density at the centre, 5 / (2π 61.28²) = 2.119e-4.
    double side = Math.sqrt(5e6) / 2 / SIGMA;
    PositionError geolocator = PositionError.ofCircle(150_000, 0.95);
    assertThat(geolocator.sigmaMetres()).isCloseTo(61_281, within(1.0));
    assertThat(rectangle(-side, side, -side, side).probability(HERE, geolocator))
        .isCloseTo(2.119e-4, within(1e-6));
  }

  @Test
  void agreesWithCountingOverIrregularPolygons() {
    // A star with a deep notch, counted on a fine grid.
    List<double[]> star =
        List.of(
            new double[] {0, 2_500},
            new double[] {40, 700},
            new double[] {80, 1_900},
            new double[] {150, 300},
            new double[] {200, 2_200},
            new double[] {290, 1_100});
    Shape shape = polygon(star, "");
    double sum = 0;
    double step = 0.02;
    for (double x = -4; x < 4; x += step) {
      for (double y = -4; y < 4; y += step) {
        double mx = x + step / 2;
        double my = y + step / 2;
        double azimuth = Math.toDegrees(Math.atan2(mx, my));
        if (shape.covers(position(azimuth, Math.hypot(mx, my) * SIGMA))) {
          sum += Math.exp(-(mx * mx + my * my) / 2) / (2 * Math.PI) * step * step;
        }
      }
    }
    assertThat(shape.probability(HERE, ERROR)).isCloseTo(sum, within(1e-3));
  }

  @Test
  void refusesAnErrorThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PositionError(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new PositionError(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> PositionError.ofCircle(100, 1));
  }

  private static Shape rectangle(double west, double east, double south, double north) {
    return polygon(corners(west, east, south, north), "");
  }

  /** Corners as azimuth and metres, from sides in standard deviations. */
  private static List<double[]> corners(double west, double east, double south, double north) {
    return List.of(polar(west, south), polar(east, south), polar(east, north), polar(west, north));
  }

  private static double[] polar(double x, double y) {
    return new double[] {Math.toDegrees(Math.atan2(x, y)), Math.hypot(x, y) * SIGMA};
  }

  private static Shape polygon(List<double[]> corners, String holes) {
    return Shape.of(
        "{\"type\":\"Polygon\",\"coordinates\":[%s%s]}".formatted(ring(corners), holes));
  }

  private static String ring(List<double[]> corners) {
    List<double[]> closed = new ArrayList<>(corners);
    closed.add(corners.get(0));
    return closed.stream()
        .map(c -> position(c[0], c[1]))
        .map(p -> "[%s,%s]".formatted(p.lon(), p.lat()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Position position(double azimuth, double metres) {
    GeodesicData to = Geodesic.WGS84.Direct(HERE.lat(), HERE.lon(), azimuth, metres);
    return new Position(to.lon2, to.lat2);
  }
}
