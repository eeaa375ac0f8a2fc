package hongyan.geo.files;

import static hongyan.geo.files.FileFixtures.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.place.Datum;
import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneImportTest {
  private static final City CITY = City.open("yongzhou");
  private static final String SQUARE =
      "[[[112.0,25.2],[112.1,25.2],[112.1,25.3],[112.0,25.3],[112.0,25.2]]]";
  private static final String BOW_TIE =
      "[[[112.0,25.2],[112.1,25.3],[112.1,25.2],[112.0,25.3],[112.0,25.2]]]";

  private static String feature(String id, String coordinates, String more) {
    return """
    {"type":"Feature","properties":{"id":"%s","name":"n","kind":"flyway",\
    "validFrom":"2026-01-01"%s},"geometry":{"type":"Polygon","coordinates":%s}}"""
        .formatted(id, more, coordinates);
  }

  private static List<ZoneProposal> propose(List<Zone> known, String datum, String... features) {
    String file =
        "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(String.join(",", features));
    return new ZoneImport(CITY.counties(), known)
        .propose(PolygonFile.read(utf8(file), datum, null), ZoneDefaults.NONE);
  }

  private static ZoneProposal one(String feature) {
    return propose(List.of(), null, feature).get(0);
  }

  private static List<String> rules(List<ImportFault> faults) {
    return faults.stream().map(fault -> fault.field() + " " + fault.rule()).toList();
  }

  @Test
  void takesASoundFeatureWithSeasonsOfANotice() {
    ZoneProposal proposal =
        one(
            feature(
                "Z1",
                SQUARE,
                ",\"seasons\":\"03-15/05-15; 2025-09-01/2025-11-30 19:00-06:00 永林发〔2025〕3号\""));
    assertThat(proposal.faults()).isEmpty();
    assertThat(proposal.doubts()).isEmpty();
    assertThat(proposal.seasons())
        .containsExactly(
            new Season("03-15", "05-15", null),
            new Season("2025-09-01", "2025-11-30", "19:00-06:00", "永林发〔2025〕3号"));
    assertThat(proposal.validFrom()).isEqualTo(Instant.parse("2025-12-31T16:00:00Z"));
    assertThat(proposal.version()).isEqualTo(1);
  }

  @Test
  void showsWhereAPolygonCrossesItselfAndWhatARepairWouldChange() {
    ZoneProposal proposal = one(feature("Z1", BOW_TIE, ""));
    assertThat(rules(proposal.faults())).containsExactly("geometry self-crossing");
    Position at = proposal.faults().get(0).position();
    assertThat(Geodesy.metres(at, new Position(112.05, 25.25))).isLessThan(1);
    assertThat(proposal.mendable()).isTrue();
    assertThat(proposal.repair().parts()).isEqualTo(2);
    double square = Shape.of("{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}").hectares();
    assertThat(proposal.repair().hectares()).isBetween(square * 0.499, square * 0.501);
    assertThat(proposal.geometry()).as("stays as it is").contains("112.1,25.3");
  }

  @Test
  void tellsOfAHoleOutsideItsShell() {
    String hole = "[[112.5,25.2],[112.6,25.2],[112.6,25.3],[112.5,25.2]]";
    ZoneProposal proposal =
        one(feature("Z1", SQUARE.substring(0, SQUARE.length() - 1) + "," + hole + "]", ""));
    assertThat(rules(proposal.faults())).containsExactly("geometry hole-outside");
    assertThat(proposal.faults().get(0).position()).isNotNull();
  }

  @Test
  void tellsOfTheSameIdTwiceInAFile() {
    List<ZoneProposal> both =
        propose(List.of(), null, feature("Z1", SQUARE, ""), feature("Z1", SQUARE, ""));
    assertThat(both.get(0).faults()).isEmpty();
    assertThat(rules(both.get(1).faults())).containsExactly("id same-id-twice");
    assertThat(both.get(1).faults().get(0).message()).contains("feature 1");
  }

  @Test
  void refusesAZoneOutsideTheCityAndFlagsOneThatReachesOut() {
    ZoneProposal outside =
        one(feature("Z1", SQUARE.replace("112.", "116.").replace("25.", "28."), ""));
    assertThat(rules(outside.faults())).containsExactly("place outside-city");
    ZoneProposal partly =
        one(feature("Z1", SQUARE.replace("112.0", "112.2").replace("112.1", "112.6"), ""));
    assertThat(partly.faults()).isEmpty();
    assertThat(rules(partly.doubts())).containsExactly("place partly-outside-city");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-30/2025-09-01, ends before it begins",
    "2025-09-01/11-30, both ends",
    "09-31/11-30, no day of the year",
    "autumn, no season"
  })
  void refusesASeasonThatIsNone(String season, String words) {
    ZoneProposal proposal = one(feature("Z1", SQUARE, ",\"seasons\":\"" + season + "\""));
    assertThat(proposal.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.rule()).isEqualTo("no-such-season");
              assertThat(fault.message()).contains(words);
            });
  }

  @Test
  void namesEveryFieldThatIsMissingOrWrong() {
    ZoneProposal proposal =
        one(
            """
            {"type":"Feature","properties":{"id":"a/b","kind":"park","validFrom":"soon"},
             "geometry":{"type":"LineString","coordinates":[[112,25],[112.1,25.1]]}}""");
    assertThat(rules(proposal.faults()))
        .containsExactlyInAnyOrder(
            "id text-invalid",
            "name required",
            "kind not-in-vocabulary",
            "validFrom time-invalid",
            "geometry type");
    assertThat(proposal.mendable()).isFalse();
  }

  @Test
  void knowsWhatIsThereAlready() {
    String feature = feature("Z1", SQUARE, "");
    Zone known = zone(one(feature));
    assertThat(propose(List.of(known), null, feature).get(0).unchanged()).isTrue();
    ZoneProposal renamed = propose(List.of(known), null, feature.replace("\"n\"", "\"m\"")).get(0);
    assertThat(rules(renamed.faults())).containsExactly("validFrom not-later");
    ZoneProposal next =
        propose(List.of(known), null, feature.replace("2026-01-01", "2026-06-01")).get(0);
    assertThat(next.faults()).isEmpty();
    assertThat(next.version()).isEqualTo(2);
  }

  @Test
  void saysThatAFileAlongACountysBorderLooksLikeGcj02() {
    ZoneProposal proposal = one(feature("Z1", ring(county(), true), ""));
    assertThat(rules(proposal.doubts())).contains("datum datum-doubtful");
    assertThat(doubt(proposal)).contains("GCJ02", "county borders", "confidence high");
    assertThat(metres(doubt(proposal))).isBetween(400.0, 800.0);
  }

  @Test
  void saysNothingOfTheSameFileWhenItsDatumIsNamed() {
    ZoneProposal proposal =
        propose(List.of(), "GCJ02", feature("Z1", ring(county(), true), "")).get(0);
    assertThat(rules(proposal.doubts())).doesNotContain("datum datum-doubtful");
  }

  @Test
  void saysThatAFileReadAsGcj02LooksLikeWgs84() {
    ZoneProposal proposal =
        propose(List.of(), "GCJ02", feature("Z1", ring(county(), false), "")).get(0);
    assertThat(doubt(proposal)).contains("looks like WGS84", "confidence high");
  }

  @Test
  void comparesWithTheFormerVersionWhereNoCountyBorderHelps() {
    ZoneProposal first = one(feature("Z1", SQUARE, ""));
    assertThat(first.doubts()).isEmpty();
    Shape square = Shape.of("{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}");
    String shifted = feature("Z1", ring(square, true), "").replace("2026-01-01", "2026-06-01");
    ZoneProposal next = propose(List.of(zone(first)), null, shifted).get(0);
    assertThat(doubt(next)).contains("GCJ02", "the former version's", "confidence high");
  }

  @Test
  void saysNothingWhereThereIsNoEvidence() {
    Shape square = Shape.of("{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}");
    assertThat(one(feature("Z1", ring(square, true), "")).doubts()).isEmpty();
  }

  @Test
  void saysNothingOfTheCitysOwnZones() {
    for (Zone zone : CITY.zones()) {
      String feature =
          feature(zone.id(), "X", "")
              .replace("{\"type\":\"Polygon\",\"coordinates\":X}", zone.geometry());
      assertThat(rules(one(feature).doubts())).as(zone.id()).doesNotContain("datum datum-doubtful");
    }
  }

  private static Shape county() {
    return CITY.counties().findShape("431127").orElseThrow();
  }

  private static Zone zone(ZoneProposal proposal) {
    return new Zone(
        proposal.id(),
        proposal.name(),
        ZoneKind.FLYWAY,
        proposal.version(),
        proposal.geometry(),
        proposal.validFrom(),
        proposal.validTo(),
        proposal.seasons(),
        proposal.document(),
        false);
  }

  private static String doubt(ZoneProposal proposal) {
    return proposal.doubts().stream()
        .filter(fault -> fault.field().equals("datum"))
        .map(ImportFault::message)
        .findFirst()
        .orElse("no doubt about the datum");
  }

  private static double metres(String message) {
    return Double.parseDouble(message.replaceAll(".*move it by (\\d+) m.*", "$1"));
  }

  /** The border of a shape of one part, in GCJ-02 if asked. */
  private static String ring(Shape shape, boolean gcj02) {
    List<Position> border = new ArrayList<>(shape.listBorder(1));
    return border.stream()
        .map(at -> gcj02 ? gcj02(at) : new double[] {at.lon(), at.lat()})
        .map(pair -> "[" + pair[0] + "," + pair[1] + "]")
        .collect(Collectors.joining(",", "[[", "]]"));
  }

  /** The way to GCJ-02, from the way back. */
  private static double[] gcj02(Position wgs84) {
    double[] pair = {wgs84.lon(), wgs84.lat()};
    for (int i = 0; i < 20; i++) {
      Position back = Datum.GCJ02.toWgs84(pair[0], pair[1]);
      pair[0] += wgs84.lon() - back.lon();
      pair[1] += wgs84.lat() - back.lat();
    }
    return pair;
  }
}
