package hongyan.geo.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hongyan.geo.place.Footprint;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FootprintCheckTest {
  private static final LocalDate AUTUMN_2026 = LocalDate.parse("2026-10-01");
  private static final String BOX =
      "{\"type\":\"Polygon\",\"coordinates\":"
          + "[[[112.0,25.0],[112.1,25.0],[112.1,25.1],[112.0,25.1],[112.0,25.0]]]}";

  private static Map<Zone, Shape> zone(ZoneKind kind) {
    Zone zone =
        new Zone(
            "Z1",
            "n",
            kind,
            3,
            BOX,
            Instant.EPOCH,
            null,
            List.of(new Season("09-01", "11-30", null), new Season("03-15", "05-15", null)),
            null,
            false);
    Map<Zone, Shape> zones = new HashMap<>();
    zones.put(zone, Shape.of(BOX));
    return zones;
  }

  private static FootprintReport check(ZoneKind kind, double buffer, String geojson) {
    Footprint footprint = Footprint.read(geojson, (rule, message, at) -> {}).orElseThrow();
    return new FootprintCheck(FootprintSheet.SHEET, buffer, 1_000)
        .check(footprint, zone(kind), AUTUMN_2026);
  }

  private static String point(double lon, double lat) {
    return "{\"type\":\"Point\",\"coordinates\":[%s,%s]}".formatted(lon, lat);
  }

  @Test
  void isToBeAvoidedOnAZoneWithItsSeasonsAndArticles() {
    FootprintReport report =
        check(ZoneKind.FLYWAY, 0, BOX.replace("112.1", "112.05").replace("112.0,", "111.95,"));
    ZoneConcerned zone = report.zones().get(0);
    assertThat(report.verdict()).isEqualTo(Verdict.AVOID);
    assertThat(zone.relation()).isEqualTo("overlaps");
    assertThat(zone.shareOfZone()).isCloseTo(0.5, Percentage.withPercentage(0.1));
    assertThat(zone.shareOfFootprint()).isCloseTo(0.5, Percentage.withPercentage(0.1));
    assertThat(zone.seasons())
        .singleElement()
        .satisfies(run -> assertThat(run.to()).isEqualTo("2026-11-30"));
    assertThat(zone.nextSeason().from()).isEqualTo("2027-03-15");
    assertThat(report.provisions())
        .extracting(words -> words.en())
        .anySatisfy(words -> assertThat(words).contains("article 4(3)"))
        .anySatisfy(words -> assertThat(words).contains("article 13"))
        .anySatisfy(words -> assertThat(words).contains("article 816"));
  }

  @Test
  void namesOnlyTheArticlesThatAreInForceOnTheDay() {
    assertThat(FootprintSheet.SHEET.provisionsOn(LocalDate.parse("2026-08-14")))
        .extracting(words -> words.en())
        .noneMatch(words -> words.contains("816"));
    assertThat(FootprintSheet.SHEET.provisionsOn(LocalDate.parse("2026-08-15")))
        .extracting(words -> words.en())
        .anyMatch(words -> words.contains("816"));
  }

  @Test
  void isToBeAssessedNearAZoneAndClearBeyond() {
    FootprintReport near = check(ZoneKind.HABITAT, 0, point(112.108, 25.05));
    assertThat(near.verdict()).isEqualTo(Verdict.ASSESS);
    assertThat(near.zones().get(0).relation()).isEqualTo("near");
    assertThat(near.zones().get(0).distanceMetres()).isCloseTo(807.4, within(1.0));
    FootprintReport far = check(ZoneKind.HABITAT, 0, point(112.12, 25.05));
    assertThat(far.verdict()).isEqualTo(Verdict.CLEAR);
    assertThat(far.zones()).isEmpty();
    assertThat(far.provisions()).isEmpty();
  }

  @Test
  void bringsALineNearerByItsBuffer() {
    String road = "{\"type\":\"LineString\",\"coordinates\":[[112.108,25.0],[112.108,25.1]]}";
    assertThat(check(ZoneKind.RESERVE, 0, road).verdict()).isEqualTo(Verdict.ASSESS);
    FootprintReport wide = check(ZoneKind.RESERVE, 900, road);
    assertThat(wide.verdict()).isEqualTo(Verdict.AVOID);
    assertThat(wide.metres()).isCloseTo(11_077, within(5.0));
    assertThat(wide.zones().get(0).overlapHectares()).isPositive();
  }

  @Test
  void tellsHowFarALineRunsThroughAZone() {
    FootprintReport report =
        check(
            ZoneKind.FLYWAY,
            30,
            "{\"type\":\"LineString\",\"coordinates\":[[111.9,25.05],[112.05,25.05]]}");
    assertThat(report.verdict()).isEqualTo(Verdict.AVOID);
    assertThat(report.zones().get(0).metresInside()).isCloseTo(5_046, within(5.0));
    assertThat(report.zones().get(0).shareOfFootprint())
        .isCloseTo(1 / 3.0, Percentage.withPercentage(1));
  }

  @Test
  void countsAPointInAZoneAsOnIt() {
    FootprintReport report = check(ZoneKind.FLYWAY, 0, point(112.05, 25.05));
    assertThat(report.zones().get(0).relation()).isEqualTo("overlaps");
    assertThat(report.verdict()).isEqualTo(Verdict.AVOID);
  }

  @Test
  void listsANoHuntingAreaWithoutAVerdict() {
    FootprintReport report = check(ZoneKind.NO_HUNTING_AREA, 0, BOX);
    assertThat(report.zones()).hasSize(1);
    assertThat(report.verdict()).isEqualTo(Verdict.CLEAR);
  }

  @Test
  void refusesDistancesBeyondBounds() {
    assertThatThrownBy(() -> new FootprintCheck(FootprintSheet.SHEET, -1, 0))
        .hasMessageContaining("bufferMetres=-1.0");
    assertThatThrownBy(() -> new FootprintCheck(FootprintSheet.SHEET, 0, 1e9))
        .hasMessageContaining("nearMetres");
  }

  @Test
  void reachesEveryZoneThatCouldBeNear() {
    Footprint footprint =
        Footprint.read(point(112.108, 25.05), (rule, message, at) -> {}).orElseThrow();
    assertThat(
            new FootprintCheck(FootprintSheet.SHEET, 0, 1_000)
                .reach(footprint)
                .meets(Shape.of(BOX).bounds()))
        .isTrue();
  }

  @Test
  void isToBeAssessedWhereOnlyTheBordersMeet() {
    FootprintReport report =
        check(ZoneKind.FLYWAY, 0, BOX.replace("112.1", "112.2").replace("112.0", "112.1"));
    assertThat(report.zones().get(0).relation()).isEqualTo("touches");
    assertThat(report.verdict()).isEqualTo(Verdict.ASSESS);
  }
}
