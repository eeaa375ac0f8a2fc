package hongyan.geo.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunTest {

  /**
   * The first is the worked example of NREL's solar position algorithm (TP-560-34302, table A5.1,
   * topocentric elevation without refraction); the others were computed with PyEphem 4.1 (VSOP87),
   * pressure 0.
   */
  @ParameterizedTest
  @CsvSource({
    "-105.1786, 39.742476, 2003-10-17T19:30:30Z, 39.872",
    "112.126, 25.0942, 2025-10-22T09:50:00Z, 1.0248",
    "112.126, 25.0942, 2025-10-22T10:00:00Z, -1.1880",
    "112.126, 25.0942, 2025-10-22T14:00:00Z, -55.0218",
    "111.6, 26.4, 2025-06-21T04:30:00Z, 86.7962",
    "111.6, 26.4, 2025-12-21T23:15:00Z, -1.3566",
    "111.6, 26.4, 2025-03-20T22:30:00Z, -2.3288",
    "-70.0, -33.0, 2026-01-15T00:10:00Z, -4.2125"
  })
  void standsWhereAlmanacsHaveIt(double lon, double lat, Instant time, double degrees) {
    assertThat(Sun.elevationDegrees(new Position(lon, lat), time)).isCloseTo(degrees, within(0.02));
  }
}
