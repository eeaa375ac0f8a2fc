package hongyan.pipelines.reference;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.place.Bounds;
import hongyan.geo.place.Counties;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.records.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static final Counties COUNTIES = City.open("yongzhou").counties();
  private static final Position RIDGE = new Position(112.15, 25.10);
  private static final Instant LAST_YEAR = Instant.parse("2024-10-22T00:00:00Z");
  private static final Instant THIS_YEAR = Instant.parse("2025-10-22T00:00:00Z");
  private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

  @Test
  void endsAVersionWhereTheNextBegins() {
    Reference reference =
        reference(zone(1, 112.1, LAST_YEAR, null), zone(2, 112.14, NEW_YEAR, null));
    assertThat(reference.zones()).extracting(Zone::validTo).containsExactly(NEW_YEAR, null);
    assertThat(reference.findZone("z", NEW_YEAR.minusMillis(1)).orElseThrow().version())
        .isEqualTo(1);
    assertThat(reference.findZone("z", NEW_YEAR).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void placesALateRecordByTheZonesOfItsOwnTime() {
    Reference reference =
        reference(zone(1, 112.1, LAST_YEAR, null), zone(2, 113.0, NEW_YEAR, null));
    assertThat(reference.place(RIDGE, LAST_YEAR).zones())
        .extracting(ZoneRef::version)
        .containsExactly(1);
    assertThat(reference.place(RIDGE, THIS_YEAR).zones()).isEmpty();
    assertThat(reference.place(RIDGE, THIS_YEAR).county()).isEqualTo("431127");
  }

  @Test
  void doesNotBringAnOldVersionBackWhenTheNewOneHasEnded() {
    Reference reference =
        reference(
            zone(1, 112.1, LAST_YEAR, null), zone(2, 112.1, NEW_YEAR, NEW_YEAR.plusSeconds(60)));
    assertThat(reference.place(RIDGE, THIS_YEAR).zones()).isEmpty();
  }

  @Test
  void listsEveryVersionThatWasInForceAtSomeMomentBetweenTwo() {
    Reference reference =
        reference(zone(1, 112.1, LAST_YEAR, null), zone(2, 112.14, NEW_YEAR, THIS_YEAR));
    Bounds around = Bounds.around(RIDGE, 20_000);
    assertThat(reference.zones(around, LAST_YEAR, NEW_YEAR))
        .extracting(Zone::version)
        .containsExactly(1);
    assertThat(reference.zones(around, LAST_YEAR, NEW_YEAR.plusMillis(1))).hasSize(2);
    assertThat(reference.zones(around, NEW_YEAR, THIS_YEAR))
        .as("the first ended where this begins")
        .extracting(Zone::version)
        .containsExactly(2);
    assertThat(reference.zones(around, THIS_YEAR, THIS_YEAR.plusSeconds(1))).isEmpty();
    Bounds elsewhere = Bounds.around(new Position(111.2, 26.4), 20_000);
    assertThat(reference.zones(elsewhere, LAST_YEAR, THIS_YEAR)).isEmpty();
  }

  @Test
  void placesStationsAndCountsEvaluationPoints() {
    Reference reference =
        Reference.of(
            COUNTIES,
            List.of(
                new Station("T", "T", "air", new Position(111.6156, 26.4214), "evaluation"),
                new Station("C", "C", "air", new Position(111.6217, 26.2081), "control"),
                new Station("B", "B", "air", new Position(116.4, 39.9), "evaluation")),
            List.of(),
            List.of(),
            List.of());
    assertThat(reference.placeStation("T", THIS_YEAR).orElseThrow().county()).isEqualTo("431103");
    assertThat(reference.placeStation("none", THIS_YEAR)).isEmpty();
    assertThat(reference.findCounty("B")).isEmpty();
    assertThat(reference.countEvaluationPoints()).isEqualTo(1);
    assertThat(reference.countEvaluationPoints("431103")).isEqualTo(1);
    assertThat(reference.countEvaluationPoints("431102")).isZero();
  }

  @Test
  void keepsWhatIsGoodAndSaysWhatIsNot() {
    var entries = new Entries(COUNTIES);
    String zone = Json.MAPPER.writeValueAsString(zone(1, 112.1, LAST_YEAR, null));
    assertThat(entries.apply("zone/z/1", zone)).isEmpty();
    assertThat(entries.apply("zone/z/2", "{\"id\":\"z\"}")).isPresent();
    assertThat(
            entries.apply(
                "station/S", "{\"id\":\"S\",\"name\":\"S\",\"kind\":\"air\",\"position\":null}"))
        .contains("position is missing");
    assertThat(entries.apply("planet/X", "{}")).contains("unknown kind of key");
    assertThat(entries.apply("device/D", "no json")).isPresent();
    assertThat(entries.snapshot().zones()).hasSize(1);
    assertThat(entries.apply("zone/z/1", null)).isEmpty();
    assertThat(entries.snapshot().zones()).isEmpty();
  }

  private static Reference reference(Zone... zones) {
    return Reference.of(COUNTIES, List.of(), List.of(), List.of(zones), List.of());
  }

  private static Zone zone(int version, double west, Instant from, @Nullable Instant to) {
    String ring =
        "[%1$s,25.05],[%2$s,25.05],[%2$s,25.15],[%1$s,25.15],[%1$s,25.05]"
            .formatted(west, west + 0.1);
    return new Zone(
        "z",
        "z",
        ZoneKind.FLYWAY,
        version,
        "{\"type\":\"Polygon\",\"coordinates\":[[%s]]}".formatted(ring),
        from,
        to,
        List.of(),
        null,
        true);
  }
}
