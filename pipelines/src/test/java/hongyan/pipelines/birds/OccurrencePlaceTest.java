package hongyan.pipelines.birds;

import static hongyan.pipelines.records.RecordFixtures.occurrence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.SharedFiles;
import hongyan.pipelines.reference.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OccurrencePlaceTest {
  private static final City CITY = City.open("yongzhou");
  private static final Reference REFERENCE =
      Reference.of(CITY.counties(), List.of(), List.of(), CITY.zones(), List.of());
  private static final OccurrencePlace PLACE = OccurrencePlace.of("431100");
  private static final String NOON = "2025-10-22T12:00:00+08:00";
  private static final Position PASS = new Position(112.0942, 25.2584);

  @Test
  void takesARecordAtItsWordThatStatesNoUncertainty() {
    PlacedOccurrence placed = place(PASS, null);
    assertThat(placed.placement().zones()).isNotEmpty();
    assertThat(placed.chances()).isEmpty();
    assertThat(placed.probability("zone", firstZone(placed))).isEmpty();
  }

  @Test
  void placesAPreciseFixWithItsProbability() {
    PlacedOccurrence placed = place(PASS, 30.0);
    assertThat(placed.placement()).isEqualTo(place(PASS, null).placement());
    assertThat(placed.probability("zone", firstZone(placed)).orElseThrow()).isGreaterThan(0.99);
    assertThat(placed.probability("city", "431100").orElseThrow()).isCloseTo(1, within(1e-6));
    assertThat(placed.chances()).allMatch(AreaChance::placed);
  }

  @Test
  void doesNotPlaceAGeolocatorsFixInAZone() {
    String zone = firstZone(place(PASS, null));
    PlacedOccurrence placed = place(PASS, 150_000.0);
    assertThat(placed.placement().zones()).isEmpty();
    assertThat(placed.placement().county()).isNull();
    assertThat(placed.probability("zone", zone).orElseThrow()).isBetween(1e-6, 0.01);
    assertThat(Counting.contributions(placed, "431100"))
        .filteredOn(change -> change.subject().equals(zone))
        .singleElement()
        .returns(0, CountChange::records)
        .returns(1, CountChange::unknown);
  }

  @Test
  void placesOfTheStintsThatPassByNoneInAnyCountyOrZone() throws IOException {
    List<PlacedOccurrence> stints = stints();
    assertThat(stints).hasSizeGreaterThan(1_000);
    List<PlacedOccurrence> inside =
        stints.stream()
            .filter(p -> CITY.counties().covering(p.occurrence().position()).isPresent())
            .toList();
    assertThat(inside).hasSize(2);
    assertThat(stints).allMatch(p -> p.placement().zones().isEmpty());
    assertThat(stints).allMatch(p -> p.placement().county() == null);
    assertThat(inside)
        // The city is half as wide as the circle: one may well have been in it, in no certain
        // county.
        .allSatisfy(
            p -> assertThat(p.probability("city", "431100").orElseThrow()).isBetween(0.2, 0.8))
        .allMatch(
            p ->
                Counting.contributions(p, "431100").stream()
                    .anyMatch(c -> c.subjectKind().equals("county") && c.unknown() == 1));
  }

  private static List<PlacedOccurrence> stints() throws IOException {
    JsonNode root =
        Json.MAPPER.readTree(SharedFiles.text("birds/tracks/red_necked_stint_eaaf.geojson"));
    List<PlacedOccurrence> placed = new ArrayList<>();
    for (JsonNode fix : root.path("features")) {
      JsonNode at = fix.path("geometry").path("coordinates");
      JsonNode about = fix.path("properties");
      placed.add(
          PLACE.place(
              occurrence(
                  about.path("event-id").asString(),
                  "Calidris ruficollis",
                  about.path("timestamp").asString() + "Z",
                  new Position(at.get(0).asDouble(), at.get(1).asDouble()),
                  150_000.0,
                  1,
                  about.path("individual-local-identifier").asString(),
                  1),
              REFERENCE));
    }
    return placed;
  }

  private static PlacedOccurrence place(Position position, @Nullable Double metres) {
    return PLACE.place(
        occurrence("o", "Egretta garzetta", NOON, position, metres, 1, null, 1), REFERENCE);
  }

  private static String firstZone(PlacedOccurrence placed) {
    return placed.placement().zones().stream().map(ZoneRef::id).findFirst().orElseThrow();
  }
}
