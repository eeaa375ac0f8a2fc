package hongyan.pipelines.findings;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.reference.Assessment;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What instruments and footprints report, with the worked examples of {@code docs/rules}. */
class SignalsTest {

  private static final Leads LEADS = Leads.load("2025-01-01");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Zone FLYWAY = zone("flyway-1", ZoneKind.FLYWAY, 112.1, 25.05);
  private static final Zone LAKE = zone("lake-1", ZoneKind.HABITAT, 111.6, 25.80);
  private static final Reference REFERENCE = reference(List.of());

  /** Sunset at the pass on that day is at 17:58 (sun at -0.83 degrees). */
  @ParameterizedTest
  @CsvSource({
    "22:00, 112.15, 25.1, true",
    "18:10, 112.15, 25.1, true",
    "17:50, 112.15, 25.1, false",
    "12:00, 112.15, 25.1, false",
    "22:00, 112.0955, 25.1, true",
    "22:00, 112.0940, 25.1, false",
    "22:00, 111.60, 26.4, false"
  })
  void takesStrongLightForALeadByNightInOrNearAFlyway(
      String clock, double lon, double lat, boolean lead) {
    Finding light = detection("strong-light", clock, new Position(lon, lat), "CAM", 0.7);
    assertThat(judge(light).isPresent()).isEqualTo(lead);
  }

  @Test
  void givesTheHeightOfTheSunAndTheFlywayAsGrounds() {
    Alert alert =
        judge(detection("strong-light", "22:00", RecordFixtures.RIDGE, "LUX", 0.7))
            .orElseThrow()
            .alert();
    assertThat(alert.grounds())
        .extracting("factEn")
        .contains(
            "the sun stands at -55.0 degrees: night", "in or within 500 m of flyway flyway-1");
    assertThat(alert.confidence()).isEqualTo(0.7);
  }

  @Test
  void leavesWhatPeopleReportToTheLaw() {
    Finding seen = RecordFixtures.finding("F1", "strong-light", "2025-10-22T12:00:00+08:00", 1);
    assertThat(judge(seen).orElseThrow().alone()).isTrue();
    assertThat(judge(seen).orElseThrow().evidence()).isEqualTo("patrol");
  }

  @ParameterizedTest
  @CsvSource({
    "playback, REC, 0.6, true",
    "playback, REC, 0.59, false",
    "playback, REC, , true",
    "playback, MRK, 0.9, false",
    "volley-gun, REC, 0.7, true",
    "volley-gun, REC, 0.69, false",
    "strong-light, CAM, 0.5, true",
    "strong-light, CAM, 0.49, false",
    "net, CAM, 0.1, true"
  })
  void keepsADetectionThatIsTooWeakWithoutMakingItALead(
      String conduct, String device, @Nullable Double confidence, boolean alone) {
    Lead lead =
        judge(detection(conduct, "22:00", RecordFixtures.RIDGE, device, confidence)).orElseThrow();
    assertThat(lead.alone()).isEqualTo(alone);
  }

  @Test
  void placesADetectionWhereItsInstrumentStands() {
    Alert alert = judge(detection("playback", "22:00", null, "REC", 0.9)).orElseThrow().alert();
    assertThat(alert.position()).isEqualTo(new Position(112.16, 25.1));
    assertThat(alert.county()).isEqualTo("431127");
    assertThat(alert.zones()).extracting("id").containsExactly("flyway-1");
  }

  @Test
  void takesGroundInAHabitatWithoutAnAssessmentForALead() {
    Alert alert = judge(ground(111.65, 25.85, 0.001)).orElseThrow().alert();
    assertThat(alert.item()).isEqualTo(7);
    assertThat(alert.zones()).extracting("id").containsExactly("lake-1");
    assertThat(alert.grounds())
        .extracting("factEn")
        .contains("1.11 ha of the ground lie in lake-1", "no assessment for lake-1 is on file");
  }

  @Test
  void takesNoneWithAnAssessmentOfThatZoneAndTime() {
    Finding ground = ground(111.65, 25.85, 0.001);
    assertThat(judge(ground, assessed("lake-1", "2025-01-01", "2026-01-01"))).isEmpty();
    assertThat(judge(ground, assessed("lake-1", "2025-01-01", "2025-10-01"))).isPresent();
    assertThat(judge(ground, assessed("lake-2", "2025-01-01", "2026-01-01"))).isPresent();
  }

  @Test
  void takesNoneForGroundThatHardlyTouchesTheHabitat() {
    // A strip 0.00008 degrees wide lies inside: 0.09 ha; then one of 0.00010 degrees: 0.11 ha.
    assertThat(judge(ground(111.69992, 25.85, 0.001))).isEmpty();
    assertThat(judge(ground(111.69990, 25.85, 0.001))).isPresent();
    assertThat(judge(ground(112.15, 25.10, 0.001))).as("a flyway is no habitat").isEmpty();
  }

  @Test
  void withdrawsALeadOnceAnAssessmentIsKnown() {
    Finding ground = ground(111.65, 25.85, 0.001);
    Alert alert = judge(ground).orElseThrow().alert();
    Reference later = assessed("lake-1", "2025-01-01", "2026-01-01");
    Alert gone =
        LEADS.judge(FindingPlace.place(ground, later), null, later, alert).orElseThrow().alert();
    assertThat(gone.supported()).isFalse();
    assertThat(gone.grounds().get(gone.grounds().size() - 1).record()).isEqualTo("assessment/A1");
  }

  private static Optional<Lead> judge(Finding finding) {
    return judge(finding, REFERENCE);
  }

  private static Optional<Lead> judge(Finding finding, Reference reference) {
    return LEADS.judge(FindingPlace.place(finding, reference), null, reference, null);
  }

  private static Finding detection(
      String conduct,
      String clock,
      @Nullable Position position,
      String device,
      @Nullable Double confidence) {
    return new Finding(
        "F1",
        conduct,
        RecordFixtures.time("2025-10-22T%s:00+08:00".formatted(clock)),
        position,
        null,
        null,
        null,
        null,
        device,
        "device",
        "",
        null,
        confidence,
        RecordFixtures.receipt(1));
  }

  /** A square of {@code degrees} whose south-west corner is given. */
  private static Finding ground(double lon, double lat, double degrees) {
    return new Finding(
        "F1",
        "habitat-destruction",
        RecordFixtures.time("2025-10-22T10:00:00+08:00"),
        null,
        null,
        null,
        null,
        null,
        null,
        "online",
        "",
        null,
        null,
        RecordFixtures.receipt(1),
        List.of(),
        null,
        null,
        square(lon, lat, degrees),
        null);
  }

  private static String square(double lon, double lat, double degrees) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
        .formatted(lon, lat, lon + degrees, lat + degrees);
  }

  private static Zone zone(String id, ZoneKind kind, double lon, double lat) {
    return new Zone(
        id,
        id,
        kind,
        1,
        square(lon, lat, 0.1),
        LONG_AGO,
        null,
        List.of(new Season("09-01", "11-30", null)),
        null,
        true);
  }

  private static Reference assessed(String zone, String from, String to) {
    return reference(
        List.of(
            new Assessment(
                "A1",
                "观景台",
                "环评〔2025〕1号",
                List.of(zone),
                Instant.parse(from + "T00:00:00Z"),
                Instant.parse(to + "T00:00:00Z"),
                null,
                "tester")));
  }

  private static Reference reference(List<Assessment> assessments) {
    Position pass = new Position(112.16, 25.1);
    return Reference.of(
        City.open("yongzhou").counties(),
        List.of(),
        List.of(
            new Device("CAM", "相机", "camera", pass, null),
            new Device("LUX", "光照", "light-sensor", pass, null),
            new Device("REC", "录音仪", "recorder", pass, null),
            new Device("MRK", "界桩", "marker", pass, null)),
        List.of(FLYWAY, LAKE),
        List.of(),
        List.of(),
        List.of(),
        assessments);
  }
}
