package hongyan.geo.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class CityTest {

  @Test
  void opensYongzhou() {
    City city = City.open("yongzhou");

    assertThat(city.adcode()).isEqualTo("431100");
    assertThat(city.name()).isEqualTo("永州市");
    assertThat(city.counties().list()).hasSize(11);
    assertThat(city.zones()).hasSizeGreaterThanOrEqualTo(14);
  }

  @Test
  void opensOtherFilesOfTheFolder() throws IOException {
    try (InputStream in = City.open("yongzhou").resource("permits.json")) {
      assertThat(in.read()).isEqualTo('[');
    }
  }

  @Test
  void namesAFileThatIsMissing() {
    assertThatThrownBy(() -> City.open("nowhere"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("city/nowhere/city.json");
    assertThatThrownBy(() -> City.open("yongzhou").resource("none.json"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("city/yongzhou/none.json");
  }

  @Test
  void namesFileFeatureAndFaultOfEveryZone() {
    assertThatThrownBy(() -> City.open("broken-zones"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("city/broken-zones/zones.geojson")
        .hasMessageContaining("feature OPEN: geometry: ring-not-closed")
        .hasMessageContaining("feature DAY: season from '09-31'")
        .hasMessageContaining("feature KIND: kind 'fence'")
        .hasMessageContaining("feature KIND: validFrom '2020-01-01T00:00:00'")
        .hasMessageContaining("feature ENDED: validTo is not after validFrom")
        .hasMessageContaining("feature ENDED: comes twice")
        .hasMessageContaining("feature 6: id is missing")
        .hasMessageContaining("feature 6: geometry: type");
  }

  @Test
  void namesFileFeatureAndFaultOfACounty() {
    assertThatThrownBy(() -> City.open("broken-counties"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("city/broken-counties/counties.geojson")
        .hasMessageContaining("feature 999901: self-crossing");
  }

  @Test
  void namesAWrongCode() {
    assertThatThrownBy(() -> City.open("broken-about"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("city/broken-about/city.json: adcode '9999'");
  }
}
