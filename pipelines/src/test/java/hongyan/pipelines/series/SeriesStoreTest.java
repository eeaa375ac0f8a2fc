package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.LITTLE_EGRET;
import static hongyan.pipelines.records.RecordFixtures.finding;
import static hongyan.pipelines.records.RecordFixtures.occurrence;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static hongyan.pipelines.records.RecordFixtures.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.reference.Device;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SeriesStoreTest {

  @TempDir Path folder;
  @Parameter TestedStore kind;
  private SeriesAddress address;
  private SeriesStore store;

  @BeforeEach
  void open() {
    address = kind.create(folder);
    store = SeriesStore.open(address);
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  @Test
  void keepsOccurrencesAndFindings() {
    var egret =
        new PlacedOccurrence(occurrence("o\"1", "2024-10-22T09:10:00+08:00", null, 1), IN_FLYWAY);
    var net = new PlacedFinding(finding("F1", "net", "2024-10-22T20:00:00+08:00", 2), IN_FLYWAY);
    store.occurrences().write(List.of(egret));
    store.findings().write(List.of(net));
    assertThat(
            store
                .occurrences()
                .list(
                    Scope.everything(),
                    new OccurrenceQuery(null, null, "431127", "flyway-1", LITTLE_EGRET, null, null),
                    Paging.first(5))
                .items())
        .containsExactly(egret);
    assertThat(store.occurrences().find(List.of("o\"1", "o2"))).isEqualTo(Map.of("o\"1", egret));
    assertThat(
            store
                .findings()
                .list(
                    Scope.everything(),
                    new FindingQuery("F1", null, "flyway-1", null, null, null),
                    Paging.first(5))
                .items())
        .containsExactly(net);
    assertThat(store.findings().find(List.of("F1"))).isEqualTo(Map.of("F1", net));
  }

  @Test
  void showsRecordsOnlyToWhoseCountyTheyLieIn() {
    var net = new PlacedFinding(finding("F1", "net", "2024-10-22T20:00:00+08:00", 2), IN_FLYWAY);
    var nowhere =
        new PlacedFinding(
            finding("F2", "net", "2024-10-22T20:00:00+08:00", 2), new Placement(null, List.of()));
    var egret =
        new PlacedOccurrence(occurrence("o1", "2024-10-22T09:10:00+08:00", null, 1), IN_FLYWAY);
    store.findings().write(List.of(net, nowhere));
    store.occurrences().write(List.of(egret));
    for (String kind : List.of("finding", "alert", "reading")) {
      store.former().write(List.of(new Former(kind, "F1", Instant.EPOCH, "{}")));
    }
    assertThat(findingsSeenBy(Scope.of(Set.of("431127", "431102")))).containsExactly(net);
    assertThat(findingsSeenBy(Scope.of(Set.of("431102")))).isEmpty();
    assertThat(findingsSeenBy(Scope.of(Set.of()))).isEmpty();
    assertThat(findingsSeenBy(Scope.everything())).containsExactlyInAnyOrder(net, nowhere);
    Scope other = Scope.of(Set.of("431102"));
    assertThat(store.occurrences().list(other, OccurrenceQuery.ALL, Paging.first(5)).items())
        .isEmpty();
    assertThat(formerSeenBy(other, "finding")).isZero();
    assertThat(formerSeenBy(other, "alert")).isZero();
    assertThat(formerSeenBy(other, "reading")).isOne();
    assertThat(formerSeenBy(Scope.of(Set.of("431127")), "finding")).isOne();
  }

  private List<PlacedFinding> findingsSeenBy(Scope scope) {
    return store.findings().list(scope, FindingQuery.ALL, Paging.first(5)).items();
  }

  private int formerSeenBy(Scope scope, String kind) {
    return store.former().list(scope, kind, "F1").size();
  }

  @Test
  void keepsEachFormerVersionOnce() {
    var one = new Former("reading", "k", receipt(1).version(), "{\"value\":1}");
    var other = new Former("reading", "k", receipt(1).version(), "{\"value\":2}");
    var later = new Former("reading", "k", receipt(2).version(), "{\"value\":3}");
    store.former().write(List.of(one, other));
    store.former().write(List.of(one, later));
    assertThat(store.former().list(Scope.everything(), "reading", "k"))
        .hasSize(3)
        .startsWith(later);
    assertThat(store.former().list(Scope.everything(), "finding", "k")).isEmpty();
  }

  @Test
  void keepsTheStatusesOfDevicesAndFindsThem() {
    var device = new Device("M1", "界桩", "marker", RecordFixtures.RIDGE, "P01", 10.0);
    var early = status(device, "2024-10-22T08:00:00+08:00");
    var late = status(device, "2024-10-22T09:00:00+08:00");
    store.deviceStatuses().write(List.of(early, late, early));
    var query = new DeviceStatusQuery("M1", "P01", "431127", "flyway-1", null, null);
    Page<PlacedDeviceStatus> first =
        store.deviceStatuses().list(Scope.everything(), query, Paging.first(1));
    assertThat(first.items()).containsExactly(late);
    assertThat(
            store
                .deviceStatuses()
                .list(Scope.everything(), query, new Paging(1, first.next()))
                .items())
        .containsExactly(early);
    var before = new DeviceStatusQuery(null, null, null, null, null, late.status().time());
    assertThat(store.deviceStatuses().list(Scope.everything(), before, Paging.first(9)).items())
        .containsExactly(early);
    assertThat(
            store
                .deviceStatuses()
                .list(Scope.of(Set.of("431103")), DeviceStatusQuery.ALL, Paging.first(9))
                .items())
        .isEmpty();
    assertThat(store.deviceStatuses().find(List.of(late.status().identity(), "none")))
        .hasSize(1)
        .containsValue(late);
  }

  private static PlacedDeviceStatus status(Device device, String iso) {
    return new PlacedDeviceStatus(RecordFixtures.status(device.id(), iso, 1), device, IN_FLYWAY);
  }

  @Test
  void isSharedWithinTheProcessAndKeepsWhatIsInIt() {
    var placed = new PlacedReading(reading("P01", "2024-10-22T09:00:00+08:00", "35", 1), IN_FLYWAY);
    try (var second = SeriesStore.open(address)) {
      second.readings().write(List.of(placed));
    }
    assertThat(listed(ReadingQuery.ALL)).containsExactly(placed);
    store.close();
    store = SeriesStore.open(address);
    assertThat(listed(ReadingQuery.ALL)).containsExactly(placed);
  }

  @Test
  void sortsTextByItsBytesAndPagesThroughIt() {
    List<String> sorted = List.of("Z", "a", "z-1", "z1", "é", "中", "京", "永", "𝄞");
    store
        .readings()
        .write(
            sorted.stream()
                .map(
                    s ->
                        new PlacedReading(
                            reading(s, "2024-10-22T09:00:00+08:00", "1", 1), IN_FLYWAY))
                .toList());
    var seen = new ArrayList<String>();
    String next = null;
    do {
      var page = store.readings().list(ReadingQuery.ALL, new Paging(2, next));
      page.items().forEach(item -> seen.add(0, item.reading().station()));
      next = page.next();
    } while (next != null);
    assertThat(seen).containsExactlyElementsOf(sorted);
  }

  @Test
  void givesBackCharactersThatADatabaseMayNotTake() {
    String odd = "a\u0000b\u0010c\u00100\\u0000" + "d".repeat(3);
    Reading sent = reading("P01", "2024-10-22T09:00:00+08:00", "35", 1);
    var placed = new PlacedReading(withRaw(sent, odd), IN_FLYWAY);
    store.readings().write(List.of(placed));
    assertThat(listed(ReadingQuery.ALL)).containsExactly(placed);
    var former =
        new Former("reading", odd, receipt(1).version(), Json.MAPPER.writeValueAsString(odd));
    store.former().write(List.of(former));
    assertThat(store.former().list(Scope.everything(), "reading", odd)).containsExactly(former);
    assertThat(listed(new ReadingQuery("P\u0000", null, null, null, null, null))).isEmpty();
  }

  private static Reading withRaw(Reading of, String raw) {
    Receipt r = of.receipt();
    var receipt =
        new Receipt(r.door(), r.receivedAt(), r.modified(), r.body(), r.line(), raw, r.reference());
    return new Reading(
        of.station(), of.pollutant(), of.averaging(), of.time(), of.value(), of.flag(), receipt);
  }

  private List<PlacedReading> listed(ReadingQuery query) {
    return store.readings().list(query, Paging.first(100)).items();
  }
}
