package hongyan.geo.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

  @ParameterizedTest
  @CsvSource({
    "111.6, 26.4, 1000",
    "111.6, 26.4, 300000",
    "0, 0, 5000",
    "179.99, -17, 20000",
    "20, 78, 50000",
    "20, 89.9, 30000"
  })
  void holdTheWholeCircleInEveryDirection(double lon, double lat, double metres) {
    Bounds bounds = Bounds.around(new Position(lon, lat), metres);

    for (int azimuth = 0; azimuth < 360; azimuth += 5) {
      GeodesicData end = Geodesic.WGS84.Direct(lat, lon, azimuth, metres);
      assertThat(end.lat2).isBetween(bounds.southWest().lat(), bounds.northEast().lat());
      assertThat(end.lon2).isBetween(bounds.southWest().lon(), bounds.northEast().lon());
    }
  }

  @ParameterizedTest
  @CsvSource({"112, 26, 111, 27", "111, 27, 112, 26"})
  void refuseCornersInTheWrongOrder(double west, double south, double east, double north) {
    assertThatThrownBy(() -> new Bounds(new Position(west, south), new Position(east, north)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("upside down");
  }
}
