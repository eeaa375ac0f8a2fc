package hongyan.geo.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CountiesTest {

  private static final String EAST = county("431103", "东", 1, 2);
  private static final String WEST = county("431102", "西", 0, 1);

  private final Counties counties = Counties.of(collection(EAST + "," + WEST));

  @Test
  void findsTheCountyThatCoversAPosition() {
    assertThat(counties.covering(new Position(0.5, 0.5))).contains(new County("431102", "西"));
    assertThat(counties.covering(new Position(1.5, 0.5))).contains(new County("431103", "东"));
    assertThat(counties.covering(new Position(2.5, 0.5))).isEmpty();
  }

  @Test
  void givesASharedBorderToTheLowestAdcode() {
    assertThat(counties.covering(new Position(1, 0.5))).contains(new County("431102", "西"));
    assertThat(counties.covering(new Position(1, 1))).contains(new County("431102", "西"));
  }

  @Test
  void givesTheOuterBorderToTheCity() {
    assertThat(counties.covering(new Position(2, 0.5))).contains(new County("431103", "东"));
  }

  @Test
  void listsByAdcode() {
    assertThat(counties.list()).extracting(County::adcode).containsExactly("431102", "431103");
    assertThat(counties.find("431103")).contains(new County("431103", "东"));
    assertThat(counties.find("431199")).isEmpty();
    assertThat(counties.findShape("431102").orElseThrow().covers(new Position(0.5, 0.5))).isTrue();
  }

  @Test
  void coversNothingWhenItIsEmpty() {
    assertThat(Counties.of(collection("")).covering(new Position(0, 0))).isEmpty();
  }

  @Test
  void namesEveryFeatureAtFault() {
    String crossing =
        """
        {"type":"Feature","properties":{"adcode":"431104","name":"结"},"geometry":
        {"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}""";
    String nameless = county("4311", "", 5, 6);

    assertThatThrownBy(
            () -> Counties.of(collection(crossing + "," + nameless + "," + EAST + "," + EAST)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("feature 431104: self-crossing")
        .hasMessageContaining("feature '4311': needs")
        .hasMessageContaining("feature 431103: comes twice");
  }

  @Test
  void refusesWhatIsNoFeatureCollection() {
    assertThatThrownBy(() -> Counties.of(stream("{\"type\":\"Feature\"}")))
        .hasMessageContaining("FeatureCollection");
    assertThatThrownBy(() -> Counties.of(stream("{\"type\":")))
        .hasMessageContaining("not JSON")
        .hasMessageContaining("line 1");
  }

  private static String county(String adcode, String name, int west, int east) {
    return """
        {"type":"Feature","properties":{"adcode":"%s","name":"%s"},"geometry":{"type":"Polygon",
        "coordinates":[[[%d,0],[%d,0],[%d,1],[%d,1],[%d,0]]]}}"""
        .formatted(adcode, name, west, east, east, west, west);
  }

  private static InputStream collection(String features) {
    return stream("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
