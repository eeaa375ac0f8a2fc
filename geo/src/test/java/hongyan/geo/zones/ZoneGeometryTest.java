package hongyan.geo.zones;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Position;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneGeometryTest {

  private static final String SQUARE = "[[0,0],[4,0],[4,4],[0,4],[0,0]]";
  private static final String FAR_SQUARE = "[[10,0],[14,0],[14,4],[10,4],[10,0]]";

  @Test
  void findsNoFaultInASoundPolygon() {
    assertThat(ZoneGeometry.check(polygon(SQUARE))).isEmpty();
    assertThat(ZoneGeometry.check(polygon(SQUARE, "[[1,1],[1,2],[2,2],[1,1]]"))).isEmpty();
    assertThat(ZoneGeometry.check(multi("[" + SQUARE + "]", "[" + FAR_SQUARE + "]"))).isEmpty();
  }

  @Test
  void takesAnAltitudeAsGeoJsonAllowsIt() {
    assertThat(ZoneGeometry.check(polygon("[[0,0,250],[4,0,251],[4,4,252],[0,0,250]]"))).isEmpty();
  }

  @Test
  void showsWhereARingCrossesItself() {
    GeometryFault fault = only(polygon("[[0,0],[4,4],[4,0],[0,4],[0,0]]"));

    assertThat(fault.rule()).isEqualTo("self-crossing");
    assertThat(fault.position()).isEqualTo(new Position(2, 2));
    assertThat(fault.message()).contains("lon=2.0 lat=2.0");
  }

  @Test
  void showsAHoleOutsideItsShell() {
    GeometryFault fault = only(polygon(SQUARE, FAR_SQUARE));

    assertThat(fault.rule()).isEqualTo("hole-outside");
    assertThat(Objects.requireNonNull(fault.position()).lon()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void showsAHoleWithinAHole() {
    GeometryFault fault =
        only(
            polygon(
                SQUARE,
                "[[1,1],[3,1],[3,3],[1,3],[1,1]]",
                "[[1.5,1.5],[2,1.5],[2,2],[1.5,2],[1.5,1.5]]"));

    assertThat(fault.rule()).isEqualTo("nested-holes");
  }

  @Test
  void showsAHoleThatCutsTheShellApart() {
    GeometryFault fault = only(polygon(SQUARE, "[[0,2],[2,4],[4,2],[2,0],[0,2]]"));

    assertThat(fault.rule()).isEqualTo("cut-apart");
  }

  @Test
  void showsPartsThatOverlap() {
    GeometryFault fault = only(multi("[" + SQUARE + "]", "[[[2,2],[6,2],[6,6],[2,6],[2,2]]]"));

    assertThat(fault.rule()).isEqualTo("self-crossing");
    assertThat(fault.message()).startsWith("multipolygon");
  }

  @Test
  void showsAPartWithinAnother() {
    assertThat(only(multi("[" + SQUARE + "]", "[[[1,1],[2,1],[2,2],[1,1]]]")).rule())
        .isEqualTo("nested-parts");
  }

  @Test
  void showsTheFaultOfEveryPart() {
    String crossing = "[[[0,0],[4,4],[4,0],[0,4],[0,0]]]";
    String farCrossing = "[[[10,0],[14,4],[14,0],[10,4],[10,0]]]";

    List<GeometryFault> faults = ZoneGeometry.check(multi(crossing, farCrossing));

    assertThat(faults)
        .extracting(GeometryFault::position)
        .containsExactly(new Position(2, 2), new Position(12, 2));
  }

  @Test
  void showsARingThatIsNotClosed() {
    GeometryFault fault = only(polygon("[[0,0],[4,0],[4,4],[0,4]]"));

    assertThat(fault.rule()).isEqualTo("ring-not-closed");
    assertThat(fault.position()).isEqualTo(new Position(0, 4));
  }

  @Test
  void showsARingWithTooFewPoints() {
    assertThat(only(polygon("[[0,0],[4,0],[0,0]]")).rule()).isEqualTo("too-few-points");
    assertThat(only(polygon("[[0,0],[4,0],[4,0],[0,0]]")).rule()).isEqualTo("too-few-points");
    assertThat(only(polygon("[[1,1],[1,1],[1,1],[1,1]]")).rule()).isEqualTo("too-few-points");
  }

  @Test
  void showsARingWithoutArea() {
    assertThat(ZoneGeometry.check(polygon("[[0,0],[4,0],[2,0],[0,0]]"))).isNotEmpty();
  }

  @Test
  void tellsSwappedCoordinatesAndWhereTheyMean() {
    GeometryFault fault = only(polygon("[[26.4,111.6],[26.4,111.7],[26.5,111.7],[26.4,111.6]]"));

    assertThat(fault.rule()).isEqualTo("swapped");
    assertThat(fault.position()).isEqualTo(new Position(111.6, 26.4));
    assertThat(fault.message()).contains("point 1");
  }

  @Test
  void showsCoordinatesOffTheEarth() {
    GeometryFault fault = only(polygon("[[0,0],[400,0],[4,4],[0,0]]"));

    assertThat(fault.rule()).isEqualTo("off-earth");
    assertThat(fault.position()).isNull();
    assertThat(fault.message()).contains("point 2").contains("400");
    assertThat(only(polygon("[[0,0],[1e308,0],[4,4],[0,0]]")).rule()).isEqualTo("off-earth");
    assertThat(only(polygon("[[0,0],[1e999,0],[4,4],[0,0]]")).rule()).isEqualTo("off-earth");
  }

  @Test
  void tellsTheFaultsOfAllRings() {
    List<GeometryFault> faults =
        ZoneGeometry.check(polygon("[[0,0],[4,0],[4,4],[0,4]]", "[[1,1],[2,1],[1,1]]"));

    assertThat(faults)
        .extracting(GeometryFault::rule)
        .containsExactly("ring-not-closed", "too-few-points");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"type\":\"Polygon\",\"coordinates\":[[[0,0],", "POLYGON((0 0))", "{}}"})
  void tellsWhatIsNotJson(String text) {
    GeometryFault fault = only(text);

    assertThat(fault.rule()).isEqualTo("json");
    assertThat(fault.message()).contains("line 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "[]",
        "{}",
        "{\"type\":\"Point\",\"coordinates\":[111,26]}",
        "{\"type\":\"Feature\",\"geometry\":null}",
        "{\"type\":7,\"coordinates\":[]}"
      })
  void tellsAWrongType(String text) {
    assertThat(only(text).rule()).isEqualTo("type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Polygon\"}",
        "{\"type\":\"Polygon\",\"coordinates\":\"x\"}",
        "{\"type\":\"Polygon\",\"coordinates\":[7]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0],[1,0],[1,1],[0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[\"0\",\"0\"],[1,0],[1,1],[0,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[null,null],[1,0],[1,1],[0,0]]]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}"
      })
  void tellsCoordinatesOfTheWrongForm(String text) {
    assertThat(ZoneGeometry.check(text)).isNotEmpty().allMatch(f -> f.rule().equals("coordinates"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[]]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[]]}"
      })
  void tellsAnEmptyPolygon(String text) {
    assertThat(only(text).rule()).isEqualTo("empty");
  }

  private static GeometryFault only(String geojson) {
    List<GeometryFault> faults = ZoneGeometry.check(geojson);
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  private static String polygon(String... rings) {
    return "{\"type\":\"Polygon\",\"coordinates\":[" + String.join(",", rings) + "]}";
  }

  private static String multi(String... polygons) {
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", polygons) + "]}";
  }
}
