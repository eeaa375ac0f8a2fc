package hongyan.pipelines.air;

import static hongyan.pipelines.air.AirFixtures.DATE;
import static hongyan.pipelines.air.AirFixtures.hour;
import static hongyan.pipelines.air.AirFixtures.mean;
import static hongyan.pipelines.air.AirFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaDayTest {
  private static final String AREA = "431102";

  @Test
  void averagesTheStationsAndNotTheirIndices() {
    StationDay area =
        AreaDay.of(AREA, DATE, List.of(station("A", "40", 24), station("B", "41", 24)));
    assertThat(area.station()).isEqualTo(AREA);
    assertThat(area.hours()).hasSize(24);
    assertThat(mean(area.hours().get(0), Pollutant.PM25))
        .isEqualTo(new Mean(Pollutant.PM25, new BigDecimal("40.5"), new BigDecimal("40"), 2, true));
    assertThat(mean(area.day(), Pollutant.PM25).rounded()).isEqualTo(new BigDecimal("40"));
    // 40 gives 57; the stations' own would be 57 and 58.
    assertThat(area.day().aqi()).isEqualTo(57);
    assertThat(area.day().subject()).isEqualTo(AREA);
    assertThat(area.day().complete()).isTrue();
  }

  @Test
  void takesTheMeanOfTheStationsMaximaForOzone() {
    StationDay early = ozone("A", 1, 8);
    StationDay late = ozone("B", 17, 24);
    Mean mean = mean(AreaDay.of(AREA, DATE, List.of(early, late)).day(), Pollutant.O3);
    assertThat(mean.value()).isEqualTo(new BigDecimal("150"));
    assertThat(mean.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, true",
    "2, 1, true",
    "3, 1, false",
    "3, 2, true",
    "4, 2, false",
    "4, 3, true",
    "5, 3, false",
    "5, 4, true",
  })
  void needsThreeQuartersOfTheStationsOrHalfOfAFew(int registered, int there, boolean valid) {
    List<StationDay> stations = new ArrayList<>();
    for (int i = 0; i < there; i++) {
      stations.add(station("S" + i, "40", 24));
    }
    StationDay area = AreaDay.of(AREA, DATE, registered, stations);
    assertThat(mean(area.day(), Pollutant.PM25).valid()).isEqualTo(valid);
    assertThat(mean(area.hours().get(0), Pollutant.PM25).valid()).isEqualTo(valid);
    assertThat(area.day().aqi() != null).isEqualTo(valid);
    assertThat(area.day().complete()).isEqualTo(registered == there);
  }

  @Test
  void leavesOutTheDayOfAStationWithTooFewHours() {
    StationDay area =
        AreaDay.of(AREA, DATE, List.of(station("A", "40", 24), station("B", "90", 19)));
    assertThat(mean(area.day(), Pollutant.PM25).value()).isEqualTo(new BigDecimal("40"));
    assertThat(mean(area.hours().get(0), Pollutant.PM25).value()).isEqualTo(new BigDecimal("65"));
  }

  @Test
  void hasNoFigureWithoutStations() {
    AirFigure day = AreaDay.of(AREA, DATE, 0, List.of()).day();
    assertThat(day.means()).isEmpty();
    assertThat(day.aqi()).isNull();
    assertThat(day.complete()).isFalse();
  }

  /** Fractions of seven do not end in decimals, yet their mean is exactly 2.5. */
  @Test
  void roundsAHalfMadeOfEndlessDecimalsToEven() {
    List<BigDecimal> sevenths = new ArrayList<>();
    for (int top : new int[] {16, 17, 18, 19}) {
      List<BigDecimal> parts = new ArrayList<>(Collections.nCopies(6, BigDecimal.ZERO));
      parts.add(BigDecimal.valueOf(top));
      sevenths.add(Gbt8170.mean(parts));
    }
    BigDecimal mean = Gbt8170.mean(sevenths);
    assertThat(mean.subtract(new BigDecimal("2.5")).abs()).isLessThan(new BigDecimal("1E-30"));
    assertThat(Gbt8170.round(Pollutant.PM25, mean)).isEqualTo(new BigDecimal("2"));
    assertThat(Gbt8170.round(new BigDecimal("2.5000000000000000000000000000000001"), 0))
        .isEqualTo(new BigDecimal("2"));
  }

  @Test
  void refusesAStationTwiceAnotherDateAndTooMany() {
    StationDay station = station("A", "40", 24);
    StationDay other = AirDay.of("B", "2024-10-23", List.of());
    assertThatThrownBy(() -> AreaDay.of(AREA, DATE, List.of(station, station)))
        .hasMessageContaining("A 2024-10-22");
    assertThatThrownBy(() -> AreaDay.of(AREA, DATE, List.of(other)))
        .hasMessageContaining("B 2024-10-23");
    assertThatThrownBy(() -> AreaDay.of(AREA, DATE, 0, List.of(station)))
        .hasMessageContaining("only 0 registered");
  }

  @Test
  void givesTheSameFiguresInAnyOrder() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<StationDay> stations = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        stations.add(randomStation("S" + i, random));
      }
      StationDay first = AreaDay.of(AREA, DATE, 8, stations);
      for (int shuffle = 0; shuffle < 5; shuffle++) {
        Collections.shuffle(stations, random);
        assertThat(AreaDay.of(AREA, DATE, 8, stations)).as("seed %d", seed).isEqualTo(first);
      }
    }
  }

  private static StationDay randomStation(String id, Random random) {
    List<Reading> readings = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      for (int hour = 1; hour <= 24; hour++) {
        if (random.nextInt(10) < 9) {
          String value = BigDecimal.valueOf(random.nextInt(3000), random.nextInt(3)).toString();
          readings.add(reading(id, pollutant, Averaging.PT1H, hour(DATE, hour), value, Flag.N));
        }
      }
    }
    return AirDay.of(id, DATE, readings);
  }

  /** A station with PM2.5 of the same value in its first hours and little of everything else. */
  private static StationDay station(String id, String pm25, int hours) {
    List<Reading> readings = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      for (int hour = 1; hour <= hours; hour++) {
        String value = pollutant == Pollutant.PM25 ? pm25 : "1";
        readings.add(reading(id, pollutant, Averaging.PT1H, hour(DATE, hour), value, Flag.N));
      }
    }
    return AirDay.of(id, DATE, readings);
  }

  private static StationDay ozone(String id, int from, int to) {
    List<Reading> readings = new ArrayList<>();
    for (int hour = 1; hour <= 24; hour++) {
      String value = hour >= from && hour <= to ? "150" : "50";
      readings.add(reading(id, Pollutant.O3, Averaging.PT1H, hour(DATE, hour), value, Flag.N));
    }
    return AirDay.of(id, DATE, readings);
  }
}
