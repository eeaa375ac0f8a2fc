package hongyan.geo.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

  /** A square of a tenth of a degree with a hole of a fiftieth in its middle. */
  private static final String HOLED =
      """
      {"type":"Polygon","coordinates":[
        [[111.6,26.4],[111.7,26.4],[111.7,26.5],[111.6,26.5],[111.6,26.4]],
        [[111.64,26.44],[111.64,26.46],[111.66,26.46],[111.66,26.44],[111.64,26.44]]]}""";

  private static final String TWO_PARTS =
      """
      {"type":"MultiPolygon","coordinates":[
        [[[111.6,26.4],[111.7,26.4],[111.7,26.5],[111.6,26.4]]],
        [[[112.0,26.4],[112.1,26.4],[112.1,26.5],[112.0,26.4]]]]}""";

  private static final String OVER_180 =
      """
      {"type":"MultiPolygon","coordinates":[
        [[[179.9,-1],[180,-1],[180,1],[179.9,1],[179.9,-1]]],
        [[[-180,-1],[-179.9,-1],[-179.9,1],[-180,1],[-180,-1]]]]}""";

  private final Shape holed = Shape.of(HOLED);

  @ParameterizedTest
  @ValueSource(strings = {HOLED, TWO_PARTS})
  void hasAnInteriorPositionThatLiesOffTheBorder(String geojson) {
    Shape shape = Shape.of(geojson);
    assertThat(shape.covers(shape.interior())).isTrue();
    // Each of these shapes has a border that its middle would fall on or outside of.
    assertThat(shape.interior()).isNotEqualTo(new Position(111.65, 26.45));
  }

  @Test
  void coversAPositionInside() {
    assertThat(holed.covers(new Position(111.61, 26.41))).isTrue();
    assertThat(holed.covers(new Position(111.75, 26.45))).isFalse();
  }

  @Test
  void coversAPositionOnTheBoundary() {
    assertThat(holed.covers(new Position(111.6, 26.4))).isTrue();
    assertThat(holed.covers(new Position(111.65, 26.4))).isTrue();
    assertThat(holed.covers(new Position(111.7, 26.47))).isTrue();
  }

  @Test
  void leavesOutTheInsideOfAHoleButNotItsBoundary() {
    assertThat(holed.covers(new Position(111.65, 26.45))).isFalse();
    assertThat(holed.covers(new Position(111.64, 26.45))).isTrue();
  }

  @Test
  void coversItsSecondPart() {
    Shape shape = Shape.of(TWO_PARTS);

    assertThat(shape.covers(new Position(112.09, 26.45))).isTrue();
    assertThat(shape.covers(new Position(111.85, 26.45))).isFalse();
  }

  @Test
  void doesNotCoverAPositionWithItsNumbersSwapped() {
    String nearTheDiagonal =
        "{\"type\":\"Polygon\",\"coordinates\":[[[40,30],[42,30],[42,32],[40,32],[40,30]]]}";
    Shape shape = Shape.of(nearTheDiagonal);

    assertThat(shape.covers(new Position(41, 31))).isTrue();
    assertThat(shape.covers(new Position(31, 41))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 45, 60, 90, 135, 180, 225, 270, 315})
  void measuresTheSameDistanceInEveryDirection(int azimuth) {
    Position centre = new Position(111.65, 26.45);
    // A sliver of a triangle whose tip, 5 km from the centre, is its nearest point.
    Position tip = ahead(centre, azimuth, 5_000);
    Shape dart =
        Shape.of(
            "{\"type\":\"Polygon\",\"coordinates\":[[%s,%s,%s,%s]]}"
                .formatted(
                    pair(tip),
                    pair(ahead(tip, azimuth - 20, 3_000)),
                    pair(ahead(tip, azimuth + 20, 3_000)),
                    pair(tip)));

    assertThat(dart.metresFrom(centre)).isCloseTo(5_000, within(0.001));
  }

  @Test
  void measuresToTheNearestPlaceOfAnEdgeNotOnlyToCorners() {
    Position south = new Position(111.65, 26.39);

    assertThat(holed.metresFrom(south))
        .isCloseTo(Geodesy.metres(south, new Position(111.65, 26.4)), within(0.01));
  }

  @Test
  void measuresADistantEdgeAsWellAsItsDenselySampledPoints() {
    Shape leaning =
        Shape.of(
            "{\"type\":\"Polygon\",\"coordinates\":[[[112,26],[112.5,27],[113,26],[112,26]]]}");
    Position from = new Position(111.6, 26.7);

    double sampled =
        IntStream.rangeClosed(0, 100_000)
            .mapToObj(i -> new Position(112 + 0.5 * i / 100_000, 26 + i / 100_000.0))
            .mapToDouble(point -> Geodesy.metres(from, point))
            .min()
            .orElseThrow();

    assertThat(leaning.metresFrom(from)).isCloseTo(sampled, Percentage.withPercentage(0.01));
  }

  @Test
  void measuresNothingInsideAndOnTheBoundary() {
    assertThat(holed.metresFrom(new Position(111.61, 26.41))).isZero();
    assertThat(holed.metresFrom(new Position(111.6, 26.45))).isZero();
  }

  @Test
  void measuresFromInsideAHoleToItsEdge() {
    Position middle = new Position(111.65, 26.45);

    assertThat(holed.metresFrom(middle))
        .isCloseTo(Geodesy.metres(middle, new Position(111.66, 26.45)), within(0.1));
  }

  @Test
  void measuresToTheNearerOfTwoParts() {
    Position between = new Position(111.99, 26.4);

    assertThat(Shape.of(TWO_PARTS).metresFrom(between))
        .isCloseTo(Geodesy.metres(between, new Position(112.0, 26.4)), within(0.1));
  }

  @Test
  void measuresOver180Degrees() {
    Shape shape = Shape.of(OVER_180);

    assertThat(shape.covers(new Position(180, 0))).isTrue();
    assertThat(shape.covers(new Position(-180, 0))).isTrue();
    assertThat(shape.metresFrom(new Position(-179.8, 0))).isCloseTo(11_131.949, within(0.01));
    assertThat(shape.metresFrom(new Position(179.8, 0))).isCloseTo(11_131.949, within(0.01));
  }

  @Test
  void measuresFromThePoles() {
    String cap = "{\"type\":\"Polygon\",\"coordinates\":[[[0,80],[90,80],[90,89],[0,89],[0,80]]]}";
    Position pole = new Position(0, 90);

    assertThat(Shape.of(cap).covers(pole)).isFalse();
    assertThat(Shape.of(cap).metresFrom(pole))
        .isCloseTo(Geodesy.metres(pole, new Position(45, 89)), within(1.0));
  }

  @Test
  void measuresItsAreaOnTheEllipsoid() {
    // The radii of curvature of WGS 84 at 26.005 degrees north, by their formulas.
    double meridianMetres = Math.toRadians(0.01) * 6_347_688.0;
    double parallelMetres = Math.toRadians(0.01) * 6_382_247.0 * Math.cos(Math.toRadians(26.005));
    Shape square =
        Shape.of(
            "{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[111,26],[111.01,26],[111.01,26.01],[111,26.01],[111,26]]]}");

    assertThat(square.hectares())
        .isCloseTo(meridianMetres * parallelMetres / 10_000, Percentage.withPercentage(0.01));
  }

  @Test
  void leavesHolesOutOfItsArea() {
    String whole = HOLED.substring(0, HOLED.indexOf("]],") + 2) + "]}";
    String hole =
        "{\"type\":\"Polygon\",\"coordinates\":" + HOLED.substring(HOLED.indexOf("]],") + 3);
    String asPolygon = hole.replace("\"coordinates\":", "\"coordinates\":[");

    assertThat(holed.hectares())
        .isCloseTo(Shape.of(whole).hectares() - Shape.of(asPolygon).hectares(), within(1e-6));
  }

  @Test
  void addsTheAreasOfItsPartsWhicheverWayTheyAreWound() {
    Shape both = Shape.of(TWO_PARTS);
    Shape reversed =
        Shape.of(
            TWO_PARTS.replace(
                "[112.0,26.4],[112.1,26.4],[112.1,26.5],[112.0,26.4]",
                "[112.0,26.4],[112.1,26.5],[112.1,26.4],[112.0,26.4]"));

    assertThat(reversed.hectares()).isCloseTo(both.hectares(), within(1e-6));
    assertThat(both.hectares()).isBetween(11_000.0, 11_100.0);
  }

  @Test
  void answersManyThreadsAlikeFromTheFirstQuestionOn() {
    for (int round = 0; round < 20; round++) {
      Shape fresh = Shape.of(HOLED);
      List<Boolean> answers =
          IntStream.range(0, 200)
              .parallel()
              .mapToObj(i -> fresh.covers(new Position(111.61, 26.41)))
              .toList();

      assertThat(answers).isEqualTo(Collections.nCopies(200, true));
    }
  }

  @Test
  void refusesFaultyTextNamingTheFault() {
    assertThatThrownBy(() -> Shape.of("{\"type\":\"Point\",\"coordinates\":[111,26]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("type")
        .hasMessageContaining("Point");
  }

  private static Position ahead(Position from, double azimuth, double metres) {
    GeodesicData end = Geodesic.WGS84.Direct(from.lat(), from.lon(), azimuth, metres);
    return new Position(end.lon2, end.lat2);
  }

  private static String pair(Position p) {
    return "[" + p.lon() + "," + p.lat() + "]";
  }
}
