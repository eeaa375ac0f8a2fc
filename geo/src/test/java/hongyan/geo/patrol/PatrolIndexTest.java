package hongyan.geo.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatrolIndexTest {
  private static final double FAR = 50_000;
  private static final Position PASS = new Position(112.0942, 25.2584);

  private static PatrolPoint point(String id, Position at) {
    return new PatrolPoint(id, "ordinary", at, "C1", null);
  }

  private static Position from(Position start, double azimuth, double metres) {
    GeodesicData end = Geodesic.WGS84.Direct(start.lat(), start.lon(), azimuth, metres);
    return new Position(end.lon2, end.lat2);
  }

  private static List<PatrolPoint> scattered(int count, double width) {
    Random chance = new Random(5);
    List<PatrolPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(
          point(
              "P" + i,
              new Position(111.5 + width * chance.nextDouble(), 25 + width * chance.nextDouble())));
    }
    return points;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50, 3_000})
  void findsThePointThatALoopFinds(int count) {
    List<PatrolPoint> points = scattered(count, 0.5);
    PatrolIndex index = PatrolIndex.of(points);
    Random chance = new Random(9);
    for (int i = 0; i < 300; i++) {
      // A quarter of the positions lie outside the points' own box.
      Position at =
          new Position(111.4 + 0.7 * chance.nextDouble(), 24.9 + 0.7 * chance.nextDouble());
      PatrolPoint nearest =
          points.stream()
              .min(Comparator.comparingDouble(point -> Geodesy.metres(at, point.position())))
              .orElseThrow();
      assertThat(index.findNearest(at, FAR * 10).orElseThrow().point()).isEqualTo(nearest);
    }
  }

  /** At 1,000 m in every direction, the diagonals of the grid's squares among them. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 45, 90, 135, 180, 225, 270, 315, 37.5})
  void keepsToTheRadiusInItsCornersToo(double azimuth) {
    PatrolIndex index = PatrolIndex.of(List.of(point("P1", from(PASS, azimuth, 1_000))));
    assertThat(index.findNearest(PASS, 1_000.01)).isPresent();
    assertThat(index.findNearest(PASS, 999.99)).isEmpty();
    PatrolIndex two =
        PatrolIndex.of(
            List.of(
                point("diagonal", from(PASS, 45, 1_300)), point("P1", from(PASS, azimuth, 1_200))));
    assertThat(two.findNearest(PASS, FAR).orElseThrow().point().id()).isEqualTo("P1");
    assertThat(two.findNearest(PASS, FAR).orElseThrow().metres()).isCloseTo(1_200, within(0.001));
  }

  /** So many that a scan of all points for each would be noticed. */
  @Test
  void findsNoneFarFromAllPoints() {
    PatrolIndex index = PatrolIndex.of(scattered(50_000, 0.5));
    for (int i = 0; i < 100_000; i++) {
      assertThat(index.findNearest(new Position(111.2, 25.2 + i * 1e-7), 500)).isEmpty();
    }
  }

  @Test
  void takesTheSmallerIdOfTwoAtOnePlace() {
    PatrolIndex index = PatrolIndex.of(List.of(point("B", PASS), point("A", PASS)));
    assertThat(index.findNearest(PASS, 0).orElseThrow().point().id()).isEqualTo("A");
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(PatrolIndex.of(List.of()).findNearest(PASS, FAR)).isEmpty();
  }

  @Test
  void coversTheShareOfAZoneThatItsPointsReach() {
    Shape square =
        Shape.of(
            "{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[112.0,25.0],[112.1,25.0],[112.1,25.1],[112.0,25.1],[112.0,25.0]]]}");
    PatrolIndex index =
        PatrolIndex.of(
            List.of(
                point("in", new Position(112.03, 25.05)),
                point("too", new Position(112.07, 25.05)),
                point("out", new Position(112.3, 25.05))));
    Coverage coverage = Coverage.of(square, index, PatrolSheet.SHEET);
    double circles = 2 * Math.PI * 0.5 * 0.5 / (square.hectares() / 100);
    assertThat(coverage.share()).isCloseTo(circles, within(0.002));
    assertThat(coverage.points()).isEqualTo(2);
    assertThat(coverage.pointsPerSquareKilometre())
        .isCloseTo(2 / (square.hectares() / 100), within(1e-9));
    assertThat(coverage.samples()).isBetween(19_000, 21_000);
  }
}
