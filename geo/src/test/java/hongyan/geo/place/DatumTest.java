package hongyan.geo.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatumTest {

  /** Pairs of WGS 84 and GCJ-02 in Shanghai, Shenzhen and Beijing that open converters share. */
  @ParameterizedTest
  @CsvSource({
    "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
    "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
    "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
  })
  void turnsGcj02IntoWgs84WithinAMetre(double lon, double lat, double gcjLon, double gcjLat) {
    Position wgs = Datum.GCJ02.toWgs84(gcjLon, gcjLat);

    assertThat(Geodesy.metres(wgs, new Position(lon, lat))).isLessThan(1);
  }

  @Test
  void undoesBaidusOwnShiftAsOpenConvertersDo() {
    // coordtransform's own example: BD-09 to GCJ-02.
    Position gcj = ShiftedDatums.gcj02FromBd09(new Position(116.404, 39.915));

    assertThat(gcj.lon()).isCloseTo(116.39762729119315, within(1e-12));
    assertThat(gcj.lat()).isCloseTo(39.90865673957631, within(1e-12));
  }

  @Test
  void comesBackFromBd09WithinAMetre() {
    // coordtransform's example of the other way: GCJ-02 116.404, 39.915 to BD-09.
    Position gcj = ShiftedDatums.gcj02FromBd09(new Position(116.41036949371029, 39.92133699351021));

    assertThat(Geodesy.metres(gcj, new Position(116.404, 39.915))).isLessThan(1);
  }

  @Test
  void turnsBd09IntoWgs84ByWayOfGcj02() {
    // Others' figure for this pair; they stop after one step, which is right to a few metres.
    Position others = new Position(116.3913836995125, 39.907253214522164);

    assertThat(Geodesy.metres(Datum.BD09.toWgs84(116.404, 39.915), others)).isLessThan(5);
  }

  @Test
  void comesBackFromGcj02WithinAMillimetreAllOverChina() {
    for (double lon = 73.5; lon < 135; lon += 0.97) {
      for (double lat = 3.5; lat < 53.5; lat += 0.83) {
        Position wgs = new Position(lon, lat);
        Position gcj = ShiftedDatums.toGcj02(wgs);

        Position back = Datum.GCJ02.toWgs84(gcj.lon(), gcj.lat());

        assertThat(Geodesy.metres(back, wgs)).isLessThan(0.001);
        assertThat(Geodesy.metres(gcj, wgs)).isBetween(5.0, 1500.0);
      }
    }
  }

  @Test
  void shiftsYongzhouByMoreThanHalfAKilometre() {
    Position wgs = Datum.GCJ02.toWgs84(111.61, 26.43);

    assertThat(Geodesy.metres(wgs, new Position(111.61, 26.43))).isBetween(500.0, 800.0);
    assertThat(wgs.lon()).isLessThan(111.61);
    assertThat(wgs.lat()).isGreaterThan(26.43);
  }

  @ParameterizedTest
  @CsvSource({"-104.9903, 39.7392", "2.35, 48.86", "151.2, -33.87", "180, 90", "-180, -90"})
  void leavesPositionsOutsideChinaAsTheyAre(double lon, double lat) {
    assertThat(Datum.GCJ02.toWgs84(lon, lat)).isEqualTo(new Position(lon, lat));
    assertThat(Datum.BD09.toWgs84(lon, lat)).isEqualTo(new Position(lon, lat));
  }

  @Test
  void takesCgcs2000AsWgs84() {
    assertThat(Datum.CGCS2000.toWgs84(111.6, 26.4)).isEqualTo(new Position(111.6, 26.4));
    assertThat(Datum.WGS84.toWgs84(111.6, 26.4)).isEqualTo(new Position(111.6, 26.4));
  }

  @Test
  void refusesSwappedCoordinatesInEveryDatum() {
    for (Datum datum : Datum.values()) {
      assertThatThrownBy(() -> datum.toWgs84(26.4, 111.6))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("lat=111.6");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WGS84, WGS84",
    "WGS 84, WGS84",
    "EPSG:4326, WGS84",
    "wgs-84, WGS84",
    "GCJ-02, GCJ02",
    "gcj02, GCJ02",
    "BD-09, BD09",
    "CGCS2000, CGCS2000",
    "EPSG:4490, CGCS2000"
  })
  void findsDatumsByTheNamesInUse(String code, Datum datum) {
    assertThat(Datum.findByCode(code)).contains(datum);
  }

  @ParameterizedTest
  @CsvSource({"Beijing 1954", "EPSG:3857", "''", "4326"})
  void findsNothingForOtherNames(String code) {
    assertThat(Datum.findByCode(code)).isEmpty();
  }
}
