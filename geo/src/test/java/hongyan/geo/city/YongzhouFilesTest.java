package hongyan.geo.city;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.law.Permit;
import hongyan.geo.place.County;
import hongyan.geo.place.GeoJson;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.NearZone;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneGeometry;
import hongyan.geo.zones.ZoneIndex;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The zones, stations, devices and permits that are shipped: sound, and where they say they are.
 */
class YongzhouFilesTest {

  private static final City CITY = City.open("yongzhou");
  private static final ZoneIndex INDEX = ZoneIndex.of(CITY.zones());
  private static final Instant AUTUMN_NIGHT = Instant.parse("2024-10-15T16:00:00Z");
  private static final Instant BEFORE_THE_REGULATION = Instant.parse("2020-10-15T16:00:00Z");

  private record Place(JsonNode properties, Position position) {
    String text(String key) {
      return properties.path(key).asString("");
    }
  }

  @Test
  void zonesAreSoundNamedAndLabelledIllustrative() {
    assertThat(CITY.zones())
        .allSatisfy(
            zone -> {
              assertThat(ZoneGeometry.check(zone.geometry())).isEmpty();
              assertThat(zone.id()).matches("(FLY|HAB|RES)(-[A-Z]+)+");
              assertThat(zone.name()).matches("\\p{IsHan}+");
              assertThat(zone.illustrative()).isTrue();
              assertThat(zone.document()).isNull();
              assertThat(zone.seasons()).isNotEmpty();
              assertThat(zone.inForceAt(BEFORE_THE_REGULATION)).isTrue();
            });
  }

  @Test
  void zonesAreOfSeveralKindsAndShapes() {
    Map<ZoneKind, Long> kinds =
        CITY.zones().stream().collect(Collectors.groupingBy(Zone::kind, Collectors.counting()));

    assertThat(kinds.get(ZoneKind.FLYWAY)).isGreaterThanOrEqualTo(8);
    assertThat(kinds.get(ZoneKind.HABITAT)).isGreaterThanOrEqualTo(5);
    assertThat(kinds.get(ZoneKind.RESERVE)).isGreaterThanOrEqualTo(3);
    assertThat(CITY.zones()).anyMatch(zone -> zone.geometry().contains("MultiPolygon"));
  }

  @Test
  void flywaysAreThreeToTenSquareKilometresAndOthersLarger() {
    assertThat(CITY.zones())
        .allSatisfy(
            zone -> {
              double squareKilometres = Shape.of(zone.geometry()).hectares() / 100;
              switch (zone.kind()) {
                case FLYWAY -> assertThat(squareKilometres).as(zone.id()).isBetween(3.0, 10.0);
                case HABITAT -> assertThat(squareKilometres).as(zone.id()).isBetween(5.0, 60.0);
                default -> assertThat(squareKilometres).as(zone.id()).isBetween(60.0, 250.0);
              }
            });
  }

  @Test
  void zonesLieInsideTheCity() {
    for (Zone zone : CITY.zones()) {
      JsonNode coordinates = new JsonMapper().readTree(zone.geometry()).get("coordinates");
      assertThat(positions(coordinates))
          .hasSizeGreaterThan(40)
          .allSatisfy(p -> assertThat(CITY.counties().covering(p)).as(zone.id()).isPresent());
    }
  }

  @Test
  void flywaysAndHabitatsLieMostlyInTheCountyOfTheirName() {
    List<Zone> named = CITY.zones().stream().filter(z -> z.kind() != ZoneKind.RESERVE).toList();
    for (Zone zone : named) {
      List<Position> border =
          positions(new JsonMapper().readTree(zone.geometry()).get("coordinates"));
      long there =
          border.stream()
              .flatMap(position -> CITY.counties().covering(position).stream())
              .filter(county -> zone.name().startsWith(county.name().substring(0, 2)))
              .count();

      assertThat((double) there / border.size()).as(zone.id()).isGreaterThan(0.8);
    }
  }

  @Test
  void flywaysAreInSeasonInAutumnAndSpringOnly() {
    Position pass = new Position(112.1256, 25.0939);

    assertThat(INDEX.covering(pass, AUTUMN_NIGHT)).extracting(ZoneRef::season).containsOnly(true);
    assertThat(INDEX.covering(pass, Instant.parse("2025-04-01T00:00:00Z")))
        .extracting(ZoneRef::season)
        .containsOnly(true);
    assertThat(INDEX.covering(pass, Instant.parse("2024-07-01T00:00:00Z")))
        .extracting(ZoneRef::season)
        .containsOnly(false);
  }

  @Test
  void stationsLieInTheCountyThatTheySay() {
    List<Place> stations = places("stations.geojson");

    assertThat(stations).extracting(place -> place.text("id")).doesNotHaveDuplicates();
    assertThat(stations)
        .allSatisfy(
            station -> {
              String county = station.text("county");
              assertThat(CITY.counties().covering(station.position()).map(County::adcode))
                  .as(station.text("id"))
                  .contains(county);
              assertThat(station.text("kind")).isIn("air", "birds", "both");
              assertThat(station.text("name")).isNotBlank();
              if (station.text("id").matches("\\d{6}-\\d{2}")) {
                assertThat(station.text("id")).startsWith(county);
                assertThat(station.text("name")).startsWith(name(county).substring(0, 2));
              }
            });
  }

  @Test
  void everyCountyHasAnEvaluationPointAndOnlyOneStationIsAControl() {
    List<Place> stations = places("stations.geojson");

    assertThat(
            stations.stream()
                .filter(station -> station.text("role").equals("evaluation"))
                .map(station -> station.text("county"))
                .collect(Collectors.toSet()))
        .isEqualTo(CITY.counties().list().stream().map(County::adcode).collect(Collectors.toSet()));
    assertThat(stations.stream().filter(s -> s.text("role").equals("control")))
        .extracting(station -> station.text("id"))
        .containsExactly("2477A");
  }

  @Test
  void onlyTheNationalStationsAreReal() {
    assertThat(
            places("stations.geojson").stream().filter(s -> !s.text("illustrative").equals("true")))
        .extracting(station -> station.text("id"))
        .containsExactly("2477A", "2478A", "2479A", "2480A", "2481A");
  }

  @Test
  void passSensorsStandWithinThreeKilometresOfAFlyway() {
    List<Place> sensors =
        places("stations.geojson").stream().filter(s -> s.text("id").startsWith("P-")).toList();

    assertThat(sensors).hasSize(6);
    assertThat(sensors)
        .allSatisfy(
            sensor -> {
              assertThat(sensor.text("kind")).isEqualTo("both");
              assertThat(sensor.text("role")).isEmpty();
              assertThat(INDEX.near(sensor.position(), AUTUMN_NIGHT, 3_000))
                  .extracting(near -> near.zone().kind())
                  .as(sensor.text("id"))
                  .contains(ZoneKind.FLYWAY);
            });
    assertThat(sensors.stream().map(s -> flyway(s).metres())).contains(0.0);
    assertThat(sensors.stream().map(s -> flyway(s).metres())).anyMatch(metres -> metres > 100);
  }

  @Test
  void birdStationsStandInHabitats() {
    List<Place> stations =
        places("stations.geojson").stream().filter(s -> s.text("kind").equals("birds")).toList();

    assertThat(stations).hasSize(4);
    assertThat(stations)
        .allSatisfy(
            station ->
                assertThat(INDEX.covering(station.position(), AUTUMN_NIGHT))
                    .extracting(ZoneRef::kind)
                    .as(station.text("id"))
                    .contains(ZoneKind.HABITAT));
  }

  @Test
  void devicesStandAtTheirStationsOrInAZone() {
    Map<String, Position> stations = new HashMap<>();
    places("stations.geojson").forEach(s -> stations.put(s.text("id"), s.position()));
    List<Place> devices = places("devices.geojson");

    assertThat(devices).hasSizeGreaterThanOrEqualTo(10);
    assertThat(devices).extracting(place -> place.text("id")).doesNotHaveDuplicates();
    assertThat(devices)
        .allSatisfy(
            device -> {
              assertThat(device.text("kind"))
                  .isIn("camera", "recorder", "light-sensor", "marker", "box");
              assertThat(device.text("name")).isNotBlank();
              assertThat(device.text("illustrative")).isEqualTo("true");
              assertThat(INDEX.near(device.position(), AUTUMN_NIGHT, 3_000)).isNotEmpty();
              if (!device.text("station").isEmpty()) {
                assertThat(stations).containsKey(device.text("station"));
              }
            });
  }

  @Test
  void permitsHaveTheFormOfTheLawPackage() throws IOException {
    Permit[] permits;
    try (InputStream in = CITY.resource("permits.json")) {
      permits = new JsonMapper().readValue(in, Permit[].class);
    }
    Set<String> zones = new HashSet<>(CITY.zones().stream().map(Zone::id).toList());

    assertThat(permits).hasSize(4);
    assertThat(permits)
        .allSatisfy(
            permit -> {
              assertThat(permit.validTo()).isAfter(permit.validFrom());
              assertThat(permit.conducts()).isNotEmpty();
              assertThat(permit.document()).contains("示例");
              assertThat(permit.zone() == null || zones.contains(permit.zone())).isTrue();
            });
    assertThat(permits[0].conducts()).containsExactly("net", "playback");
  }

  private static NearZone flyway(Place sensor) {
    return INDEX.near(sensor.position(), AUTUMN_NIGHT, 3_000).stream()
        .filter(near -> near.zone().kind() == ZoneKind.FLYWAY)
        .findFirst()
        .orElseThrow();
  }

  private static String name(String adcode) {
    return CITY.counties().find(adcode).orElseThrow().name();
  }

  private static List<Place> places(String fileName) {
    List<Place> places = new ArrayList<>();
    for (GeoJson.Feature feature : GeoJson.listFeatures(CITY.resource(fileName))) {
      JsonNode geometry = new JsonMapper().readTree(feature.geometry());
      assertThat(geometry.path("type").asString("")).isEqualTo("Point");
      places.add(new Place(feature.properties(), position(geometry.get("coordinates"))));
    }
    return places;
  }

  private static List<Position> positions(JsonNode coordinates) {
    if (coordinates.get(0).isNumber()) {
      return List.of(position(coordinates));
    }
    List<Position> positions = new ArrayList<>();
    coordinates.forEach(child -> positions.addAll(positions(child)));
    return positions;
  }

  private static Position position(JsonNode pair) {
    return new Position(pair.get(0).doubleValue(), pair.get(1).doubleValue());
  }
}
