package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.LITTLE_EGRET;
import static hongyan.pipelines.records.RecordFixtures.finding;
import static hongyan.pipelines.records.RecordFixtures.occurrence;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static hongyan.pipelines.records.RecordFixtures.receipt;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.BirdCount;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.reference.Device;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
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
  void givesBackAReadingAsItWasWritten() {
    var placed =
        new PlacedReading(reading("P01", "2024-10-22T09:00:00+08:00", "35.50", 1), IN_FLYWAY);
    store.readings().write(List.of(placed));
    assertThat(store.readings().list(ReadingQuery.ALL, Paging.first(10)).items())
        .containsExactly(placed);
    assertThat(
            store
                .readings()
                .find(
                    List.of(placed.reading(), reading("P02", "2024-10-22T09:00:00+08:00", "1", 2))))
        .isEqualTo(Map.of(placed.reading().identity(), placed));
  }

  @Test
  void keepsOneRowForOneIdentity() {
    var first = new PlacedReading(reading("P01", "2024-10-22T09:00:00+08:00", "35", 1), IN_FLYWAY);
    var corrected =
        new PlacedReading(reading("P01", "2024-10-22T09:00:00+08:00", "36", 2), IN_FLYWAY);
    store.readings().write(List.of(first, corrected));
    store.readings().write(List.of(corrected));
    assertThat(store.readings().list(ReadingQuery.ALL, Paging.first(10)).items())
        .containsExactly(corrected);
  }

  @Test
  void filtersReadingsByStationCountyZonePollutantAndTime() {
    var ridge = new PlacedReading(reading("P01", "2024-10-22T09:00:00+08:00", "35", 1), IN_FLYWAY);
    var town =
        new PlacedReading(
            reading("T01", "2024-10-22T10:00:00+08:00", "40", 2),
            new Placement("431102", List.of()));
    var abroad =
        new PlacedReading(reading("X01", "2024-10-22T11:00:00+08:00", "50", 3), Placement.UNKNOWN);
    store.readings().write(List.of(town, abroad, ridge));
    assertThat(listed(new ReadingQuery("T01", null, null, null, null, null))).containsExactly(town);
    assertThat(listed(new ReadingQuery(null, "431127", null, null, null, null)))
        .containsExactly(ridge);
    assertThat(listed(new ReadingQuery(null, null, "flyway-1", null, null, null)))
        .containsExactly(ridge);
    assertThat(listed(new ReadingQuery(null, null, "flyway", null, null, null))).isEmpty();
    assertThat(listed(new ReadingQuery(null, null, null, Pollutant.O3, null, null))).isEmpty();
    assertThat(
            listed(
                new ReadingQuery(
                    null,
                    null,
                    null,
                    Pollutant.PM25,
                    ridge.reading().time(),
                    abroad.reading().time())))
        .containsExactly(town, ridge);
  }

  @Test
  void pagesThroughEverythingOnceNewestFirst() {
    var all = new ArrayList<PlacedReading>();
    for (int hour = 1; hour < 24; hour++) {
      for (String station : List.of("A", "B")) {
        all.add(
            new PlacedReading(
                reading(station, "2024-10-22T%02d:00:00+08:00".formatted(hour), "1", hour),
                IN_FLYWAY));
      }
    }
    store.readings().write(all);
    var seen = new ArrayList<PlacedReading>();
    Page<PlacedReading> page = store.readings().list(ReadingQuery.ALL, Paging.first(7));
    while (page.next() != null) {
      assertThat(page.items()).hasSize(7);
      seen.addAll(page.items());
      page = store.readings().list(ReadingQuery.ALL, new Paging(7, page.next()));
    }
    seen.addAll(page.items());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    assertThat(seen)
        .extracting(p -> p.reading().time())
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void refusesACursorThatNoListGave() {
    for (String cursor :
        List.of("nonsense", "!", Cursor.of("too", "few"), Cursor.of("1", 1, 1, 1))) {
      assertThatThrownBy(() -> store.readings().list(ReadingQuery.ALL, new Paging(5, cursor)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("cursor");
    }
  }

  @Test
  void findsThousandsOfReadingsAtOnce() {
    List<Reading> readings =
        IntStream.range(0, 5_000)
            .mapToObj(i -> reading("S" + i % 50, Instant.ofEpochSecond(i * 3600L) + "", "1", i))
            .toList();
    store
        .readings()
        .write(readings.stream().map(r -> new PlacedReading(r, Placement.UNKNOWN)).toList());
    assertThat(store.readings().find(readings)).hasSize(5_000);
    assertThat(store.readings().find(List.of())).isEmpty();
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
  void givesBackAFigureAsItWasWritten() {
    AirFigure day = figure("431102", "2024-10-22", 52);
    AirFigure none =
        new AirFigure(
            "431102",
            Period.DAY,
            time("2024-10-24T00:00:00+08:00"),
            "2024-10-23",
            List.of(new Mean(Pollutant.CO, null, null, 0, false)),
            Map.of(),
            null,
            null,
            List.of(),
            "HJ 633-2012",
            false,
            "no value",
            false);
    store.figures().write(List.of(none, day));
    assertThat(store.figures().listDays("431102", 2024)).containsExactly(day, none);
    assertThat(
            store
                .figures()
                .list(new FigureQuery("431102", Period.DAY, null, day.time()), Paging.first(9))
                .items())
        .containsExactly(day);
    assertThat(
            store
                .figures()
                .list(new FigureQuery(null, Period.HOUR, null, null), Paging.first(9))
                .items())
        .isEmpty();
  }

  @Test
  void replacesAFigureThatHasChanged() {
    store.figures().write(List.of(figure("431102", "2024-10-22", 52)));
    AirFigure changed = figure("431102", "2024-10-22", 53);
    store.figures().write(List.of(changed, changed));
    assertThat(store.figures().listDays("431102", 2024)).containsExactly(changed);
  }

  @Test
  void sumsCountsByHourDayAndMonth() {
    store
        .counts()
        .write(
            List.of(
                count("2024-10-22", time("2024-10-22T09:00:00+08:00"), 2, 30),
                count("2024-10-22", time("2024-10-23T00:00:00+08:00"), 1, 4),
                count("2024-10-22", null, 1, 5),
                count("2024-10-23", null, 1, 6),
                count("2024-10-24", null, 0, 0)));
    assertThat(totals(CountQuery.Per.HOUR, CountTotal::period))
        .containsExactly("2024-10-23T00:00:00+08:00", "2024-10-22T09:00:00+08:00");
    assertThat(
            totals(CountQuery.Per.DAY, t -> t.period() + " " + t.records() + " " + t.individuals()))
        .containsExactly("2024-10-23 1 6", "2024-10-22 4 39");
    assertThat(totals(CountQuery.Per.MONTH, t -> t.period() + " " + t.individuals()))
        .containsExactly("2024-10 45");
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

  private <R> List<R> totals(CountQuery.Per per, Function<CountTotal, R> shown) {
    var query = new CountQuery("zone", "flyway-1", LITTLE_EGRET, "2024-10-01", "2024-10-31", per);
    var all = new ArrayList<R>();
    Page<CountTotal> page = store.counts().list(query, Paging.first(1));
    page.items().forEach(t -> all.add(shown.apply(t)));
    while (page.next() != null) {
      page = store.counts().list(query, new Paging(1, page.next()));
      page.items().forEach(t -> all.add(shown.apply(t)));
    }
    return all;
  }

  private static BirdCount count(String date, Instant hour, int records, int individuals) {
    return new BirdCount("zone", "flyway-1", LITTLE_EGRET, date, hour, records, individuals, 0, 0);
  }

  private static AirFigure figure(String subject, String date, int aqi) {
    return new AirFigure(
        subject,
        Period.DAY,
        time(date + "T00:00:00+08:00").plusSeconds(86_400),
        date,
        List.of(new Mean(Pollutant.PM25, new BigDecimal("36.25"), new BigDecimal("36"), 24, true)),
        Map.of(Pollutant.PM25, aqi, Pollutant.O3, 10),
        aqi,
        2,
        List.of(Pollutant.PM25),
        "HJ 633-2012",
        true,
        null,
        true);
  }
}
