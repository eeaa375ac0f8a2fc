package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.ARRIVAL;
import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.finding;
import static hongyan.pipelines.records.RecordFixtures.occurrence;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static hongyan.pipelines.records.RecordFixtures.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store keeps to when raw texts are deleted, whichever it is. */
abstract class DeletionContract {
  private static final String HOUR = "2024-10-22T09:00:00+08:00";

  /** The first records of the fixtures arrived before it, those from the hundredth on after it. */
  static final Instant BEFORE = ARRIVAL.plusSeconds(100).truncatedTo(ChronoUnit.SECONDS);

  private static final List<String> ALL =
      List.of("readings", "occurrences", "findings", "forecasts");

  /** Returns the address of a store; in one test always the same. */
  abstract SeriesAddress address();

  @Test
  void takesTheRawTextsOutAndLeavesTheirHashAndAllTheRest() throws Exception {
    try (var store = SeriesStore.open(address())) {
      fill(store);
      store.deletions().write(decisions(BEFORE));
      assertThat(raws(store)).hasSize(8).allMatch(raw -> raw.startsWith(DeletedRaw.MARK));
      Reading old = old();
      PlacedReading left = store.readings().find(List.of(old)).get(old.identity());
      assertThat(left).isEqualTo(new PlacedReading(withRaw(old, hashOf(old.receipt())), IN_FLYWAY));
      assertThat(list(store))
          .as("a figure as it was written")
          .extracting(Forecast::low)
          .containsExactlyElementsOf(Stream.of(outlook()).map(Forecast::low).toList());
    }
  }

  @Test
  void leavesWhatWasReceivedLaterAndOtherTopics() throws Exception {
    try (var store = SeriesStore.open(address())) {
      fill(store);
      store.deletions().write(List.of(new Deletion("findings", BEFORE, BEFORE, "li", "x")));
      store.readings().write(List.of(new PlacedReading(young(), IN_FLYWAY)));
      assertThat(raws(store)).filteredOn(raw -> raw.startsWith(DeletedRaw.MARK)).hasSize(2);
      store.deletions().write(decisions(BEFORE));
      assertThat(store.readings().find(List.of(young())).values())
          .containsExactly(new PlacedReading(young(), IN_FLYWAY));
    }
  }

  @Test
  void doesTheSameTwiceAndIsNotUndoneByAnEarlierLimit() throws Exception {
    try (var store = SeriesStore.open(address())) {
      fill(store);
      store.deletions().write(decisions(BEFORE));
      List<String> once = raws(store);
      store.deletions().write(decisions(BEFORE));
      store.deletions().write(decisions(BEFORE.minusSeconds(86_400)));
      fill(store);
      assertThat(raws(store)).isEqualTo(once);
    }
  }

  @Test
  void holdsAfterARestartAndWhenTheDecisionComesBeforeTheRecords() throws Exception {
    try (var store = SeriesStore.open(address())) {
      store.deletions().write(decisions(BEFORE));
    }
    try (var store = SeriesStore.open(address())) {
      fill(store);
      fill(store);
      assertThat(raws(store)).hasSize(8).allMatch(raw -> raw.startsWith(DeletedRaw.MARK));
    }
  }

  @Test
  void hashesATextAsItWasSentWithCharactersThatADatabaseMayNotTake() throws Exception {
    Reading odd = withRaw(old(), "P01\u0000,\u0010,35.50");
    var former = former("reading", odd.identity(), odd);
    try (var store = SeriesStore.open(address())) {
      store.readings().write(List.of(new PlacedReading(odd, IN_FLYWAY)));
      store.former().write(List.of(former));
      store.deletions().write(decisions(BEFORE));
      assertThat(raws(store)).hasSize(2).containsOnly(hashOf(odd.receipt()));
    }
  }

  private static void fill(SeriesStore store) {
    store.readings().write(List.of(new PlacedReading(old(), IN_FLYWAY)));
    store.occurrences().write(List.of(new PlacedOccurrence(bird(), IN_FLYWAY)));
    store.findings().write(List.of(new PlacedFinding(net(), IN_FLYWAY)));
    store.forecasts().write(List.of(outlook()));
    store
        .former()
        .write(
            List.of(
                former("reading", old().identity(), old()),
                former("occurrence", "o", bird()),
                former("finding", "f", net()),
                former("forecast", outlook().identity(), outlook())));
  }

  private static Former former(String kind, String identity, Object record) {
    return new Former(kind, identity, ARRIVAL, Json.MAPPER.writeValueAsString(record));
  }

  /** Returns every raw text that the store gives, current and former. */
  private static List<String> raws(SeriesStore store) {
    Paging all = Paging.first(100);
    Stream<Receipt> current =
        Stream.of(
                store.readings().list(ReadingQuery.ALL, all).items().stream()
                    .map(placed -> placed.reading().receipt()),
                store.occurrences().find(List.of("o")).values().stream()
                    .map(placed -> placed.occurrence().receipt()),
                store.findings().find(List.of("f")).values().stream()
                    .map(placed -> placed.finding().receipt()),
                list(store).stream().map(Forecast::receipt))
            .flatMap(receipts -> receipts);
    Stream<String> former =
        Stream.of(
                store.former().list(Scope.everything(), "reading", old().identity()),
                store.former().list(Scope.everything(), "occurrence", "o"),
                store.former().list(Scope.everything(), "finding", "f"),
                store.former().list(Scope.everything(), "forecast", outlook().identity()))
            .flatMap(List::stream)
            .map(each -> Json.MAPPER.readTree(each.json()).at("/receipt/raw").asString());
    return Stream.concat(current.map(Receipt::raw), former).toList();
  }

  private static List<Forecast> list(SeriesStore store) {
    return store.forecasts().listAll(new ForecastQuery(null, null, null, null, null));
  }

  static List<Deletion> decisions(Instant before) {
    return Stream.concat(ALL.stream(), Stream.of("rejects"))
        .map(topic -> new Deletion(topic, before, before, "li", "到期"))
        .toList();
  }

  static Reading old() {
    return reading("P01", HOUR, "35.50", 1);
  }

  private static Reading young() {
    return reading("P02", HOUR, "35", 200);
  }

  private static Occurrence bird() {
    return occurrence("o", HOUR, 3, 2);
  }

  private static Finding net() {
    return finding("f", "net", HOUR, 3);
  }

  private static Forecast outlook() {
    BigDecimal aqi = new BigDecimal("80.50");
    Instant issued = Instant.parse("2024-10-21T01:00:00Z");
    return new Forecast(
        "bureau", issued, "431100", Forecast.AQI, "2024-10-22", aqi, aqi, receipt(4));
  }

  static Reading withRaw(Reading of, String raw) {
    Receipt r = of.receipt();
    return new Reading(
        of.station(),
        of.pollutant(),
        of.averaging(),
        of.time(),
        of.value(),
        of.flag(),
        new Receipt(
            r.door(), r.receivedAt(), r.modified(), r.body(), r.line(), raw, r.reference()));
  }

  private static String hashOf(Receipt receipt) throws Exception {
    byte[] raw = receipt.raw().getBytes(StandardCharsets.UTF_8);
    return DeletedRaw.MARK
        + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
  }
}
