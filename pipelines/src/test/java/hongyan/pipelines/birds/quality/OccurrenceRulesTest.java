package hongyan.pipelines.birds.quality;

import static hongyan.pipelines.records.RecordFixtures.LITTLE_EGRET;
import static hongyan.pipelines.records.RecordFixtures.fix;
import static hongyan.pipelines.records.RecordFixtures.occurrence;
import static hongyan.pipelines.records.RecordFixtures.receipt;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.OccurrencePlace;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.StatedPlace;
import hongyan.pipelines.quality.QualitySheet;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.SharedFiles;
import hongyan.pipelines.reference.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OccurrenceRulesTest {
  private static final City CITY = City.open("yongzhou");
  private static final Reference REFERENCE =
      Reference.of(CITY.counties(), List.of(), List.of(), CITY.zones(), List.of());
  private static final OccurrencePlace PLACE = OccurrencePlace.of("431100");
  private static final RecordRules RULES = new RecordRules(CITY.counties());
  private static final String NOON = "2024-10-22T12:00:00+08:00";
  private static final Position PASS = new Position(112.0942, 25.2584);

  @Test
  void saysNothingAboutAnOrdinaryRecord() {
    assertThat(rules(record(LITTLE_EGRET, PASS, 30.0, null, null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, -0.02, ZERO_COORDINATE",
    "-112.0942, 25.2584, PRESUMED_NEGATED_LONGITUDE",
    "112.0942, -25.2584, PRESUMED_NEGATED_LATITUDE"
  })
  void doubtsAPositionThatLooksMistyped(double lon, double lat, String rule) {
    assertThat(rules(record(LITTLE_EGRET, new Position(lon, lat), null, null, null)))
        .containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "VN, , COUNTRY_COORDINATE_MISMATCH",
    "CN, 道县, COUNTY_COORDINATE_MISMATCH",
    ", 431124, COUNTY_COORDINATE_MISMATCH"
  })
  void doubtsAPlaceThatIsNotTheOneNamed(
      @Nullable String country, @Nullable String county, String rule) {
    assertThat(rules(record(LITTLE_EGRET, PASS, 30.0, country, county))).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource({"CN, 蓝山县", "CN, 蓝山", "CN, 431127", "CN, 桂林市"})
  void believesTheCountyThatThePositionLiesInAndSaysNothingOfOthers(String country, String county) {
    assertThat(rules(record(LITTLE_EGRET, PASS, 30.0, country, county))).isEmpty();
  }

  @Test
  void doesNotHoldAnUncertainFixAgainstTheCountyThatItMayLieIn() {
    assertThat(rules(record(LITTLE_EGRET, PASS, 150_000.0, "CN", "江华瑶族自治县")))
        .containsExactly("POSITION_TOO_UNCERTAIN");
  }

  @ParameterizedTest
  @CsvSource({
    "Egretta garzeta, TAXON_MATCH_FUZZY",
    "Egretta, TAXON_MATCH_HIGHERRANK",
    "Ardeidae, TAXON_MATCH_HIGHERRANK",
    "Ornithorhynchus anatinus, TAXON_MATCH_NONE"
  })
  void doubtsANameThatTheTableDoesNotKnow(String name, String rule) {
    List<OccurrenceDoubt> doubts = RULES.check(record(name, PASS, 30.0, null, null));
    assertThat(doubts).extracting(OccurrenceDoubt::rule).containsExactly(rule);
    if (rule.equals("TAXON_MATCH_FUZZY")) {
      assertThat(doubts.get(0).fact()).contains("Egretta garzetta 白鹭");
    }
  }

  @Test
  void doubtsADateAfterTheRecordArrived() {
    Occurrence later =
        occurrence("o", LITTLE_EGRET, "2024-10-24T09:00:00+08:00", PASS, 30.0, 1, null, 1);
    assertThat(rules(PLACE.place(later, REFERENCE))).containsExactly("RECORDED_DATE_UNLIKELY");
  }

  @Test
  void takesADoubtBackThatACorrectionEnds() {
    PlacedOccurrence wrong = record("Egretta garzeta", PASS, 30.0, "VN", null);
    PlacedOccurrence better = record(LITTLE_EGRET, PASS, 30.0, "VN", null);
    assertThat(RULES.changes(new OccurrenceChange(wrong, better)))
        .extracting(OccurrenceDoubt::rule, OccurrenceDoubt::standing)
        .map(tuple -> tuple.toList().toString())
        .containsExactlyInAnyOrder(
            "[COUNTRY_COORDINATE_MISMATCH, true]", "[TAXON_MATCH_FUZZY, false]");
  }

  @Test
  void doubtsTheFixThatIsOutOfPlaceAndNotTheNext() {
    assertThat(
            track(
                fix("a", "tag", "2024-10-01T00:00:00Z", PASS, 20, 1),
                fix("b", "tag", "2024-10-01T01:00:00Z", new Position(112.3, 25.4), 20, 2),
                fix("wild", "tag", "2024-10-01T02:00:00Z", new Position(118, 30), 20, 3),
                fix("c", "tag", "2024-10-01T03:00:00Z", new Position(112.5, 25.6), 20, 4),
                fix("d", "tag", "2024-10-01T04:00:00Z", new Position(112.6, 25.7), 20, 5)))
        .containsExactly("wild");
  }

  @Test
  void doubtsTheLaterOfTwoWhereATrackBreaks() {
    assertThat(
            track(
                fix("a", "tag", "2024-10-01T00:00:00Z", PASS, 20, 1),
                fix("b", "tag", "2024-10-01T01:00:00Z", PASS, 20, 2),
                fix("c", "tag", "2024-10-01T02:00:00Z", new Position(118, 30), 20, 3),
                fix("d", "tag", "2024-10-01T03:00:00Z", new Position(118, 30), 20, 4)))
        .containsExactly("c");
  }

  @Test
  void seesABreakAcrossTheEndOfAMonth() {
    assertThat(
            track(
                fix("a", "tag", "2024-09-30T23:30:00Z", PASS, 20, 1),
                fix("b", "tag", "2024-10-01T00:30:00Z", new Position(118, 30), 20, 2)))
        .containsExactly("b");
  }

  @Test
  void takesTheUncertaintyOfBothFixesOffTheWay() {
    // 4 degrees of latitude are 444 km; 150 km each leave 144 km for one hour.
    Position north = new Position(112.0942, 29.2584);
    assertThat(
            track(
                fix("a", "tag", "2024-10-01T00:00:00Z", PASS, 150_000, 1),
                fix("b", "tag", "2024-10-01T01:00:00Z", north, 150_000, 2)))
        .isEmpty();
    assertThat(
            track(
                fix("a", "tag", "2024-10-01T00:00:00Z", PASS, 20, 1),
                fix("b", "tag", "2024-10-01T01:00:00Z", north, 150_000, 2)))
        .containsExactly("b");
  }

  @Test
  void findsAlmostNoFixOfTheStintsTooFast() throws IOException {
    JsonNode root =
        Json.MAPPER.readTree(SharedFiles.text("birds/tracks/red_necked_stint_eaaf.geojson"));
    List<Occurrence> fixes = new ArrayList<>();
    for (JsonNode fix : root.path("features")) {
      JsonNode at = fix.path("geometry").path("coordinates");
      JsonNode about = fix.path("properties");
      fixes.add(
          fix(
              about.path("event-id").asString(),
              about.path("individual-local-identifier").asString(),
              about.path("timestamp").asString() + "Z",
              new Position(at.get(0).asDouble(), at.get(1).asDouble()),
              150_000,
              1));
    }
    assertThat(fixes).hasSizeGreaterThan(1_000);
    assertThat(track(fixes.toArray(Occurrence[]::new)).size()).isLessThan(fixes.size() / 100);
  }

  @Test
  void doubtsACountFarAboveAllOthersOfItsSpecies() {
    List<Occurrence> flocks = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      flocks.add(occurrence("o" + i, NOON, PASS, 1 + i % 12, i));
    }
    flocks.add(occurrence("many", NOON, PASS, 90_000, 61));
    flocks.add(occurrence("uncounted", NOON, PASS, null, 62));
    Collections.shuffle(flocks, new Random(1));
    assertThat(judged(new CountRule(), flocks)).containsExactly("many");
    assertThat(judged(new CountRule(), flocks.subList(0, 20))).isEmpty();
  }

  @Test
  void everyRuleHasASheetThatSaysWhereItComesFrom() {
    assertThat(OccurrenceSheets.list())
        .hasSize(13)
        .allSatisfy(sheet -> assertThat(sheet.source()).isNotBlank())
        .allSatisfy(sheet -> assertThat(sheet.innocent()).isNotBlank())
        .extracting(QualitySheet::id)
        .doesNotHaveDuplicates();
  }

  private static List<String> track(Occurrence... fixes) {
    List<Occurrence> muddled = new ArrayList<>(List.of(fixes));
    Collections.shuffle(muddled, new Random(1));
    return judged(new TrackRule(), muddled);
  }

  /** Judges key by key, as the pipeline does. */
  private static List<String> judged(ManyRule rule, List<Occurrence> occurrences) {
    var byKey = new TreeMap<String, List<OccurrenceMark>>();
    for (Occurrence occurrence : occurrences) {
      for (OccurrenceMark mark :
          rule.marks(new OccurrenceChange(null, PLACE.place(occurrence, REFERENCE)))) {
        byKey.computeIfAbsent(mark.key(), key -> new ArrayList<>()).add(mark);
      }
    }
    return byKey.values().stream()
        .flatMap(marks -> rule.judge(marks).stream())
        .map(OccurrenceDoubt::occurrenceID)
        .toList();
  }

  private static List<String> rules(PlacedOccurrence placed) {
    return RULES.check(placed).stream().map(OccurrenceDoubt::rule).toList();
  }

  private static PlacedOccurrence record(
      String name,
      Position position,
      @Nullable Double metres,
      @Nullable String country,
      @Nullable String county) {
    Occurrence occurrence =
        new Occurrence(
            "o",
            name,
            null,
            time(NOON),
            null,
            true,
            position,
            metres,
            1,
            "present",
            null,
            null,
            null,
            new StatedPlace(country, county).orNull(),
            null,
            receipt(1));
    return PLACE.place(occurrence, REFERENCE);
  }
}
