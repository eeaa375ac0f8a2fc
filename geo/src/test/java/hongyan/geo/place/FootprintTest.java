package hongyan.geo.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.PolygonArea;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against GeographicLib's own figures, which are exact to nanometres. */
class FootprintTest {
  private static final Percentage TENTH_OF_A_PERCENT = Percentage.withPercentage(0.1);
  private static final Shape ZONE = rectangle(112.0, 25.0, 112.1, 25.1);

  private static Footprint read(String geojson) {
    List<String> faults = new ArrayList<>();
    return Footprint.read(geojson, (rule, message, at) -> faults.add(rule))
        .orElseThrow(() -> new AssertionError(faults));
  }

  private static String box(double west, double south, double east, double north) {
    return ("{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],"
            + "[%1$s,%2$s]]]}")
        .formatted(west, south, east, north);
  }

  private static Shape rectangle(double west, double south, double east, double north) {
    return Shape.of(box(west, south, east, north));
  }

  private static double hectares(double west, double south, double east, double north) {
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    area.AddPoint(south, west);
    area.AddPoint(south, east);
    area.AddPoint(north, east);
    area.AddPoint(north, west);
    return Math.abs(area.Compute().area) / 10_000;
  }

  @Test
  void overlapsByTheAreaOnTheEllipsoid() {
    Footprint footprint = read(box(112.05, 25.05, 112.2, 25.2));
    assertThat(footprint.hectares())
        .isCloseTo(hectares(112.05, 25.05, 112.2, 25.2), TENTH_OF_A_PERCENT);
    Footprint.Overlap overlap = footprint.overlap(ZONE);
    assertThat(overlap.touches()).isTrue();
    assertThat(overlap.hectares())
        .isCloseTo(hectares(112.05, 25.05, 112.1, 25.1), TENTH_OF_A_PERCENT);
    assertThat(footprint.metresFrom(ZONE)).isZero();
  }

  @Test
  void leavesHolesOfTheZoneOut() {
    Shape holed =
        Shape.of(
            """
            {"type":"Polygon","coordinates":[[[112.0,25.0],[112.1,25.0],[112.1,25.1],[112.0,25.1],[112.0,25.0]],
             [[112.02,25.02],[112.02,25.08],[112.08,25.08],[112.08,25.02],[112.02,25.02]]]}""");
    assertThat(read(box(111.9, 24.9, 112.2, 25.2)).overlap(holed).hectares())
        .isCloseTo(
            hectares(112, 25, 112.1, 25.1) - hectares(112.02, 25.02, 112.08, 25.08),
            TENTH_OF_A_PERCENT);
    assertThat(read(box(112.04, 25.04, 112.06, 25.06)).overlap(holed).touches())
        .as("inside the hole")
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 100, 1_000, 5_000})
  void makesOfAPointACircle(double metres) {
    Footprint circle = read("{\"type\":\"Point\",\"coordinates\":[111.7,26.1]}").buffered(metres);
    assertThat(circle.hectares()).isCloseTo(Math.PI * metres * metres / 10_000, TENTH_OF_A_PERCENT);
  }

  @Test
  void makesOfALineACorridor() {
    // 80 km along a parallel, bent once: twice the half width along it, and a round end at each
    // end.
    Footprint line =
        read("{\"type\":\"LineString\",\"coordinates\":[[111.4,25.5],[111.8,25.5],[112.0,25.8]]}");
    double length = line.metres();
    assertThat(line.buffered(0)).isSameAs(line);
    assertThat(line.isArea()).isFalse();
    double bend = Math.toRadians(180 - 121);
    double expected =
        2 * 50 * length + Math.PI * 50 * 50 - 50 * 50 * (Math.tan(bend / 2) - bend / 2);
    assertThat(line.buffered(50).hectares()).isCloseTo(expected / 10_000, TENTH_OF_A_PERCENT);
  }

  @Test
  void measuresLinesAlongTheMapsStraightEdges() {
    // Along the parallel of 26 degrees, which is longer than the shortest way.
    Footprint line = read("{\"type\":\"LineString\",\"coordinates\":[[111.0,26.0],[112.0,26.0]]}");
    double parallel = 0;
    for (int i = 0; i < 1_000; i++) {
      parallel += Geodesic.WGS84.Inverse(26, 111 + i / 1e3, 26, 111 + (i + 1) / 1e3).s12;
    }
    assertThat(line.metres()).isCloseTo(parallel, TENTH_OF_A_PERCENT);
    assertThat(line.overlap(rectangle(111.25, 25.9, 111.75, 26.1)).metres())
        .isCloseTo(parallel / 2, TENTH_OF_A_PERCENT);
  }

  /** The nearest place lies off a corner, the diagonal, and then off an edge. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 45, 60, 90})
  void tellsTheDistanceToTheNearestPlaceOfTheZone(double azimuth) {
    GeodesicData end = Geodesic.WGS84.Direct(25.1, 112.1, azimuth, 3_000);
    Footprint point =
        read("{\"type\":\"Point\",\"coordinates\":[%s,%s]}".formatted(end.lon2, end.lat2));
    assertThat(point.metresFrom(ZONE)).isCloseTo(3_000, within(3.0));
    assertThat(point.overlap(ZONE).touches()).isFalse();
    assertThat(point.buffered(3_010).metresFrom(ZONE)).isZero();
    assertThat(point.buffered(2_990).metresFrom(ZONE)).isCloseTo(10, within(3.0));
  }

  @Test
  void takesCollectionsTogether() {
    Footprint both =
        read(
            """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","geometry":%s},{"type":"Feature","geometry":%s},
             {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[
               {"type":"Point","coordinates":[112.5,25.5]},
               {"type":"LineString","coordinates":[[112.0,25.05],[112.1,25.05]]}]}}]}"""
                .formatted(box(112.05, 25.05, 112.2, 25.2), box(112.08, 25.08, 112.12, 25.12)));
    assertThat(both.hectares())
        .as("common ground counts once")
        .isCloseTo(hectares(112.05, 25.05, 112.2, 25.2), TENTH_OF_A_PERCENT);
    assertThat(both.overlap(ZONE).metres()).isGreaterThan(4_000);
    assertThat(both.buffered(100).hectares()).isGreaterThan(both.hectares());
  }

  @Test
  void touchesAZoneAtItsBorderWithoutOverlap() {
    Footprint beside = read(box(112.1, 25.0, 112.2, 25.1));
    assertThat(beside.overlap(ZONE))
        .isEqualTo(new Footprint.Overlap(true, 0, beside.overlap(ZONE).metres()));
    assertThat(beside.metresFrom(ZONE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[",
        "{\"type\":\"FeatureCollection\",\"features\":[]}",
        "{\"type\":\"Point\",\"coordinates\":[200,25]}",
        "{\"type\":\"Point\",\"coordinates\":[\"a\",25]}",
        "{\"type\":\"LineString\",\"coordinates\":[[112,25],[112,25]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[112,25],[113,26],[113,25],[112,26],[112,25]]]}"
      })
  void tellsWhatIsWrong(String geojson) {
    List<String> faults = new ArrayList<>();
    assertThat(Footprint.read(geojson, (rule, message, at) -> faults.add(rule))).isEmpty();
    assertThat(faults).isNotEmpty();
  }

  @Test
  void refusesABufferThatIsNone() {
    Footprint point = read("{\"type\":\"Point\",\"coordinates\":[112,25]}");
    assertThatThrownBy(() -> point.buffered(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> point.buffered(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void repairsNothingThatIsSound() {
    Repair same = Repair.offer(box(112, 25, 112.1, 25.1)).orElseThrow();
    assertThat(same.change()).isCloseTo(0, within(1e-6));
    assertThat(Repair.offer("{\"type\":\"Point\",\"coordinates\":[112,25]}")).isEmpty();
  }

  @Test
  void closesAnOpenRingWhenARepairIsAskedFor() {
    Repair closed =
        Repair.offer(
                "{\"type\":\"Polygon\",\"coordinates\":[[[112,25],[112.1,25],[112.1,25.1],[112,25.1]]]}")
            .orElseThrow();
    assertThat(closed.hectares()).isCloseTo(hectares(112, 25, 112.1, 25.1), TENTH_OF_A_PERCENT);
    assertThat(Shape.of(closed.geometry()).covers(new Position(112.05, 25.05))).isTrue();
  }
}
