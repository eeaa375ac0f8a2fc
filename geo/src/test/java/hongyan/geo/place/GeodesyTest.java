package hongyan.geo.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeodesyTest {

  @Test
  void measuresAlongTheEllipsoid() {
    // The example in the documentation of GeographicLib: New York to London.
    assertThat(Geodesy.metres(new Position(-73.8, 40.6), new Position(-0.5, 51.6)))
        .isCloseTo(5_551_759.400, within(0.001));
  }

  @Test
  void measuresADegreeOfTheEquatorAndOfTheMeridian() {
    Position origin = new Position(0, 0);

    assertThat(Geodesy.metres(origin, new Position(1, 0))).isCloseTo(111_319.491, within(0.001));
    assertThat(Geodesy.metres(origin, new Position(0, 1))).isCloseTo(110_574.389, within(0.001));
  }

  @Test
  void takesTheShorterWayOver180Degrees() {
    assertThat(Geodesy.metres(new Position(179.9, 0), new Position(-179.9, 0)))
        .isCloseTo(0.2 * 111_319.491, within(0.01));
  }

  @Test
  void measuresNothingBetweenAPoleAndItself() {
    assertThat(Geodesy.metres(new Position(0, 90), new Position(120, 90)))
        .isCloseTo(0, within(1e-6));
  }
}
