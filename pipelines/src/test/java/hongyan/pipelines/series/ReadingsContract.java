package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static hongyan.pipelines.records.RecordFixtures.receipt;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.geo.zones.Placement;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Receipt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of readings keeps to, whichever it is. */
abstract class ReadingsContract {

  private SeriesStore store;

  /** Returns the address of an empty store. */
  abstract SeriesAddress address();

  @BeforeEach
  void open() {
    store = SeriesStore.open(address());
  }

  @AfterEach
  void close() {
    store.close();
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
    for (String cursor : List.of("nonsense", "!", Cursor.of("too", "few"))) {
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
  void keepsTheDigitsOfAValueAndTheTextAsItWasSent() {
    var odd = new ArrayList<PlacedReading>();
    List<String> values = List.of("35.50", "0.000", "1E+3", "-5", "12345678901234567890.123456789");
    List<String> raws =
        List.of("", "a \"b\" \\ c\nd\r\n\te,=", "北山站 🐦", "x".repeat(200_000), "\\");
    for (int i = 0; i < values.size(); i++) {
      odd.add(
          placed(
              "P0" + i, Averaging.PT1H, "2024-10-22T09:00:00+08:00", values.get(i), raws.get(i)));
    }
    store.readings().write(odd);
    assertThat(listed(ReadingQuery.ALL)).containsExactlyInAnyOrderElementsOf(odd);
  }

  @Test
  void keepsStationsApartWhateverTheirNames() {
    List<String> names =
        List.of(
            "a b",
            "a\\ b",
            "a,b=c",
            "a\\",
            "a'b",
            "a\"b",
            "a\nb",
            "a\\nb",
            "a\tb",
            "a%0Ab",
            "%",
            "北山 站",
            "🐦",
            "\uffee",
            " ",
            "a'; DROP MEASUREMENT reading --",
            "/^.*$/",
            "a\r\nb=1 2");
    List<PlacedReading> all =
        names.stream()
            .map(name -> placed(name, Averaging.PT1H, "2024-10-22T09:00:00+08:00", "1", "raw"))
            .toList();
    store.readings().write(all);
    for (PlacedReading each : all) {
      var only = new ReadingQuery(each.reading().station(), null, null, null, null, null);
      assertThat(listed(only)).containsExactly(each);
      assertThat(store.readings().count(only)).isOne();
    }
    assertThat(store.readings().find(all.stream().map(PlacedReading::reading).toList()).values())
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(pages(ReadingQuery.ALL, 4)).containsExactlyElementsOf(newestFirst(all));
  }

  @Test
  void findsAZoneByItsIdAndNoOther() {
    List<String> ids = List.of("z.1", "zx1", "z/1", "z\"1", "z\\1", "z 1", "湿地", "[a-z]+", "z");
    var all = new ArrayList<PlacedReading>();
    for (String id : ids) {
      var zone = new ZoneRef(id, ZoneKind.FLYWAY, 1, true);
      all.add(
          new PlacedReading(
              reading("P" + all.size(), "2024-10-22T09:00:00+08:00", "1", 1),
              new Placement("431127", List.of(zone))));
    }
    store.readings().write(all);
    for (int i = 0; i < ids.size(); i++) {
      assertThat(listed(new ReadingQuery(null, null, ids.get(i), null, null, null)))
          .containsExactly(all.get(i));
    }
  }

  @Test
  void leavesNothingOfWhatACorrectionTookAway() {
    Reading first = reading("P01", "2024-10-22T09:00:00+08:00", "35", 1);
    Reading corrected = reading("P01", "2024-10-22T09:00:00+08:00", "35", 2);
    store.readings().write(List.of(new PlacedReading(first, IN_FLYWAY)));
    store.readings().write(List.of(new PlacedReading(corrected, Placement.UNKNOWN)));
    assertThat(listed(ReadingQuery.ALL))
        .containsExactly(new PlacedReading(corrected, Placement.UNKNOWN));
    assertThat(listed(new ReadingQuery(null, "431127", null, null, null, null))).isEmpty();
    assertThat(listed(new ReadingQuery(null, null, "flyway-1", null, null, null))).isEmpty();
  }

  @Test
  void holdsEveryMomentThatADoorLetsIn() {
    Instant now = Instant.parse("2199-12-31T23:59:00Z");
    var all =
        Stream.of("1900-01-01T00:00:00Z", "1969-12-31T23:00:00Z", "1986-05-04T01:00:00Z", now + "")
            .map(time -> placed("P01", Averaging.PT1M, time, "1", "raw"))
            .toList();
    store.readings().write(all);
    assertThat(listed(ReadingQuery.ALL)).containsExactlyElementsOf(newestFirst(all));
    var before = new ReadingQuery(null, null, null, null, null, Instant.EPOCH);
    assertThat(listed(before)).hasSize(2);
    var beyond = new ReadingQuery(null, null, null, null, Instant.MIN.plusSeconds(1), Instant.MAX);
    assertThat(store.readings().count(beyond)).isEqualTo(4);
  }

  @Test
  void putsWhatSharesAMomentInOneOrder() {
    var all = new ArrayList<PlacedReading>();
    for (String hour : List.of("08", "09", "10")) {
      for (String station : List.of("b", "B", "é", "a")) {
        for (Averaging averaging : Averaging.values()) {
          all.add(placed(station, averaging, "2024-10-22T" + hour + ":00:00+08:00", "1", "raw"));
        }
      }
    }
    store.readings().write(all);
    for (int limit : List.of(1, 3, 5, 16, 47, 48)) {
      assertThat(pages(ReadingQuery.ALL, limit)).containsExactlyElementsOf(newestFirst(all));
    }
    var hour = time("2024-10-22T09:00:00+08:00");
    var one = new ReadingQuery(null, "431127", null, null, hour, hour.plusSeconds(1));
    assertThat(pages(one, 5)).hasSize(16);
    assertThat(store.readings().count(one)).isEqualTo(16);
  }

  @Test
  void findsWhatIsScatteredAndNothingElse() {
    var random = new Random(7);
    var all = new ArrayList<PlacedReading>();
    for (int i = 0; i < 3_000; i++) {
      Instant time =
          Instant.ofEpochSecond(1_700_000_000L / 3600 * 3600 + random.nextInt(9_000) * 3600L);
      all.add(placed("S" + random.nextInt(150), Averaging.PT1H, time + "", "1", "raw"));
      all.add(
          placed("S" + random.nextInt(150), Averaging.PT5M, time.plusSeconds(300) + "", "1", "r"));
    }
    store.readings().write(all);
    List<Reading> asked =
        Stream.concat(
                all.stream().map(PlacedReading::reading).filter(r -> random.nextInt(3) == 0),
                Stream.of(reading("S1", "1990-01-01T00:00:00Z", "1", 1)))
            .toList();
    assertThat(store.readings().find(asked).keySet())
        .containsExactlyInAnyOrderElementsOf(
            asked.stream().limit(asked.size() - 1).map(Reading::identity).distinct().toList());
  }

  @Test
  void takesOldShortReadingsOutAndLeavesTheHours() {
    String old = "2024-10-22T09:00:00+08:00";
    String young = "2024-10-23T09:00:00+08:00";
    var all = new ArrayList<PlacedReading>();
    for (Averaging averaging : Averaging.values()) {
      all.add(placed("P01", averaging, "1999-10-22T09:00:00+08:00", "1", "raw"));
      all.add(placed("P01", averaging, old, "1", "raw"));
      all.add(placed("P01", averaging, young, "1", "raw"));
    }
    store.readings().write(all);
    assertThat(store.readings().removeShort(time(young))).isEqualTo(6);
    assertThat(store.readings().removeShort(time(young))).isZero();
    assertThat(listed(ReadingQuery.ALL))
        .containsExactlyElementsOf(
            newestFirst(
                all.stream()
                    .filter(
                        p ->
                            p.reading().averaging() == Averaging.PT1H
                                || p.reading().time().equals(time(young)))
                    .toList()));
  }

  private static PlacedReading placed(
      String station, Averaging averaging, String iso, String value, String raw) {
    Receipt r = receipt(1);
    var kept = new Receipt(r.door(), r.receivedAt(), null, r.body(), r.line(), raw, r.reference());
    return new PlacedReading(
        new Reading(
            station, Pollutant.PM25, averaging, time(iso), new BigDecimal(value), Flag.N, kept),
        IN_FLYWAY);
  }

  private List<PlacedReading> pages(ReadingQuery query, int limit) {
    var seen = new ArrayList<PlacedReading>();
    Page<PlacedReading> page = store.readings().list(query, Paging.first(limit));
    seen.addAll(page.items());
    while (page.next() != null) {
      page = store.readings().list(query, new Paging(limit, page.next()));
      seen.addAll(page.items());
    }
    return seen;
  }

  private static List<PlacedReading> newestFirst(List<PlacedReading> readings) {
    Comparator<PlacedReading> order =
        Comparator.<PlacedReading, Instant>comparing(p -> p.reading().time())
            .thenComparing(p -> p.reading().station(), InfluxText.ORDER)
            .thenComparing(p -> p.reading().averaging().name());
    return readings.stream().sorted(order.reversed()).toList();
  }

  private List<PlacedReading> listed(ReadingQuery query) {
    return store.readings().list(query, Paging.first(100)).items();
  }
}
