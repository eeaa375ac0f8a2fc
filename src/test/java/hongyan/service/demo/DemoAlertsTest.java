package hongyan.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.law.Grade;
import hongyan.geo.law.Permit;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.devices.DeviceReport;
import hongyan.pipelines.devices.DeviceReports;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.Equipment;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.episodes.Episodes;
import hongyan.pipelines.findings.BirdsThere;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.FindingChange;
import hongyan.pipelines.findings.FindingPlace;
import hongyan.pipelines.findings.Leads;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.findings.Presence;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.Station;
import hongyan.pipelines.roosts.Disturbance;
import hongyan.pipelines.roosts.Disturbances;
import hongyan.pipelines.roosts.RoostCollapse;
import hongyan.pipelines.roosts.RoostCount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * What the rules over signals make of the demo's year, seed 1: the same functions as in the
 * pipelines, without Flink and without the air.
 */
class DemoAlertsTest {
  private static final City CITY = City.open("yongzhou");
  private static final LocalDate END = LocalDate.parse("2026-11-22");
  private static final DemoYear YEAR = DemoYear.of(CITY, 1, END);
  private static final DemoPlaces PLACES =
      DemoPlaces.of(CITY, DemoDays.instant(END.minusYears(1).atStartOfDay()));
  private static final Reference REFERENCE = reference();
  private static final Leads LEADS = Leads.load(null);
  private static final Equipment EQUIPMENT = Equipment.load();

  private static List<Lead> leads;
  private static List<Alert> devices;
  private static List<Alert> alerts;

  @BeforeAll
  static void judge() {
    leads = new ArrayList<>();
    devices = new ArrayList<>();
    List<PlacedFinding> findings =
        YEAR.findings().stream().map(f -> FindingPlace.place(finding(f), REFERENCE)).toList();
    List<Occurrence> birds = YEAR.listBirds().stream().map(DemoAlertsTest::occurrence).toList();
    findings.forEach(
        placed ->
            LEADS.judge(placed, birdsAt(placed, birds), REFERENCE, null).ifPresent(leads::add));
    collapses(findings, birds);
    equipment();
    alerts = Episodes.load().join(leads);
  }

  @Test
  void joinsTheYearsLeadsIntoFewerAlerts() {
    long alone = leads.stream().filter(Lead::alone).count();
    assertThat(YEAR.findings()).hasSize(267);
    assertThat(leads).hasSize(263);
    assertThat(alone).as("alerts before joining").isEqualTo(226);
    assertThat(alerts).as("alerts after joining").hasSize(167);
  }

  @Test
  void makesOneAlertOfTheNightWithCallsLightAndANet() {
    Alert night = alert("violation-demo-F-signal-night-playback");
    assertThat(night.parts()).hasSize(3);
    assertThat(night.grade()).isEqualTo(Grade.GRAVE);
    assertThat(night.confidence()).isEqualTo(0.94);
  }

  @Test
  void raisesNothingForWhatMustNotRaiseAnything() {
    assertThat(ids())
        .doesNotContain(
            "violation-demo-F-signal-light-by-day",
            "violation-demo-F-signal-light-no-flyway",
            "violation-demo-F-signal-call-weak",
            "violation-demo-F-signal-firecracker",
            "violation-demo-F-signal-ground-town")
        .noneMatch(id -> id.startsWith("collapse-") && id.contains("dusk"))
        .noneMatch(id -> id.contains("XINANQIU"));
  }

  @Test
  void raisesWhatTheRulesMustRaise() {
    assertThat(alert("violation-demo-F-signal-call-weak-1").parts()).hasSize(3);
    assertThat(ids())
        .contains("violation-demo-F-signal-shot", "violation-demo-F-signal-ground-habitat");
    Alert market = alert("violation-demo-F-signal-market-1");
    assertThat(market.parts()).contains("violation-demo-F-signal-market-online").hasSize(4);
    assertThat(market.grade()).isEqualTo(Grade.SERIOUS);
  }

  @Test
  void joinsTheCollapseWithTheDroneThatCausedIt() {
    Alert drone = alert("collapse-B-RIYUEHU-demo-F-case-driven-birds-there");
    assertThat(drone.parts()).contains("violation-demo-F-case-driven-birds-there");
    assertThat(drone.grade()).isEqualTo(Grade.GRAVE);
  }

  @Test
  void findsWhatBefellTheDevices() {
    assertThat(leads.stream().filter(l -> l.evidence().equals("device/status")).map(Lead::id))
        .containsExactlyInAnyOrder(
            "moved-MRK-RIYUEHU-1-20260512T080000",
            "tamper-CAM-YUNBINGSHAN-1-20260920T040000",
            "silent-BOX-YUNBINGSHAN-1-20260304T200000");
    assertThat(devices).allMatch(alert -> alert.kind() == AlertKind.DEVICE);
    assertThat(devices.stream().map(Alert::id))
        .containsExactlyInAnyOrder(
            "device-offline-CAM-NANFENGAO-1-20260714T200000",
            "device-offline-MRK-NANFENGAO-1-20260714T200000",
            "device-offline-REC-NANFENGAO-1-20260714T200000",
            "device-low-battery-CAM-CENTIANHE-1-20251215T000000");
  }

  private static Set<String> ids() {
    return alerts.stream().map(Alert::id).collect(Collectors.toSet());
  }

  private static Alert alert(String id) {
    return alerts.stream().filter(alert -> alert.id().equals(id)).findFirst().orElseThrow();
  }

  private static void collapses(List<PlacedFinding> findings, List<Occurrence> birds) {
    List<RoostCount> counts =
        birds.stream()
            .map(o -> new OccurrenceChange(null, new PlacedOccurrence(o, Placement.UNKNOWN)))
            .flatMap(change -> RoostCount.of(change).stream())
            .toList();
    var disturbances = Disturbances.load();
    List<Disturbance> all =
        findings.stream()
            .flatMap(placed -> disturbances.of(new FindingChange(null, placed), REFERENCE).stream())
            .toList();
    var rule = RoostCollapse.load();
    for (Disturbance one : all) {
      List<RoostCount> there =
          counts.stream().filter(count -> count.station().equals(one.station())).toList();
      List<Disturbance> others =
          all.stream().filter(other -> other.station().equals(one.station())).toList();
      rule.check(one, there, others, REFERENCE)
          .flatMap(s -> LEADS.judge(s, new Leads.Circumstances(true, false), REFERENCE))
          .ifPresent(alert -> leads.add(Lead.of(alert, "counts")));
    }
  }

  private static void equipment() {
    var reports = DeviceReports.load();
    Map<String, List<DeviceReport>> watches = new HashMap<>();
    YEAR.bodies()
        .filter(body -> body.endpoint().equals("devices/status"))
        .flatMap(body -> new String(body.bytes(), StandardCharsets.UTF_8).lines())
        .map(line -> PlacedDeviceStatus.place(status(line), REFERENCE).orElseThrow())
        .flatMap(placed -> reports.of(placed, REFERENCE).stream())
        .forEach(r -> watches.computeIfAbsent(r.watch(), w -> new ArrayList<>()).add(r));
    watches.forEach(
        (watch, of) ->
            EQUIPMENT
                .check(watch, of)
                .forEach(
                    alert ->
                        EQUIPMENT
                            .lead(alert)
                            .flatMap(
                                lead ->
                                    LEADS.judge(
                                        lead, new Leads.Circumstances(false, true), REFERENCE))
                            .ifPresentOrElse(
                                lead -> leads.add(Lead.of(lead, "device/status")),
                                () -> devices.add(alert))));
  }

  private static @Nullable BirdsThere birdsAt(PlacedFinding placed, List<Occurrence> birds) {
    Finding finding = placed.finding();
    if (finding.position() == null) {
      return null;
    }
    var site = Presence.site(finding.findingID(), finding.position(), finding.time());
    Instant from = finding.time().minusSeconds(2 * 86_400);
    Instant to = finding.time().plusSeconds(2 * 86_400);
    return Presence.USUAL.birdsAt(
        site,
        birds.stream()
            .filter(o -> o.eventStart().isAfter(from) && o.eventStart().isBefore(to))
            .map(o -> new OccurrenceChange(null, new PlacedOccurrence(o, Placement.UNKNOWN)))
            .flatMap(change -> Presence.USUAL.sites(change).stream())
            .filter(bird -> bird.cell().equals(site.cell()))
            .toList());
  }

  private static Finding finding(DemoFinding f) {
    return new Finding(
        f.id(),
        f.conduct(),
        DemoDays.instant(f.time()),
        f.position(),
        f.position() == null ? f.county() : null,
        null,
        f.species().isEmpty() ? null : f.species(),
        f.count() == 0 ? null : f.count(),
        f.device(),
        f.source(),
        f.description(),
        null,
        f.confidence(),
        receipt(DemoDays.instant(f.time())),
        List.of(),
        null,
        null,
        f.geometry(),
        f.seller());
  }

  private static Occurrence occurrence(DemoBird bird) {
    Instant time = DemoDays.instant(bird.time());
    return new Occurrence(
        BirdBodies.id(bird),
        bird.species().scientificName(),
        null,
        time,
        null,
        true,
        bird.site().position(),
        null,
        bird.count(),
        bird.count() == 0 ? "absent" : "present",
        null,
        bird.site().id(),
        null,
        null,
        null,
        receipt(time));
  }

  private static DeviceStatus status(String line) {
    JsonNode json = Json.MAPPER.readTree(line);
    JsonNode point = json.path("position").path("coordinates");
    Instant time = OffsetDateTime.parse(json.path("time").asString()).toInstant();
    return new DeviceStatus(
        json.path("device").asString(),
        time,
        point.isMissingNode()
            ? null
            : new Position(point.path(0).asDouble(), point.path(1).asDouble()),
        json.has("positionUncertaintyMetres")
            ? json.path("positionUncertaintyMetres").asDouble()
            : null,
        json.path("tamper").asBoolean(),
        json.path("battery").asDouble(),
        null,
        receipt(time));
  }

  private static Receipt receipt(Instant time) {
    return new Receipt("test", time.plusSeconds(60), null, "00", 1, "", 0);
  }

  private static Reference reference() {
    return Reference.of(
        CITY.counties(),
        PLACES.sites().stream()
            .map(s -> new Station(s.id(), s.name(), kind(s), s.position(), null))
            .toList(),
        PLACES.devices().stream()
            .map(
                d ->
                    new Device(
                        d.id(),
                        d.name(),
                        d.kind(),
                        d.position(),
                        null,
                        d.kind().equals("marker") ? 15.0 : null))
            .toList(),
        CITY.zones(),
        permits());
  }

  private static String kind(DemoSite site) {
    return site.birds() == null ? "air" : site.air() == null ? "birds" : "both";
  }

  private static List<Permit> permits() {
    try (InputStream in = CITY.resource("permits.json")) {
      return Json.MAPPER.readValue(in, new TypeReference<List<Permit>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
