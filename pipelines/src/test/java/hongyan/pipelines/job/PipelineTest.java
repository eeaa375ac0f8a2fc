package hongyan.pipelines.job;

import static hongyan.pipelines.records.RecordFixtures.casualty;
import static hongyan.pipelines.records.RecordFixtures.finding;
import static hongyan.pipelines.records.RecordFixtures.fix;
import static hongyan.pipelines.records.RecordFixtures.forecast;
import static hongyan.pipelines.records.RecordFixtures.occurrence;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static hongyan.pipelines.records.RecordFixtures.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.geo.law.Grade;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.series.CasualtyQuery;
import hongyan.pipelines.series.CountQuery;
import hongyan.pipelines.series.CountTotal;
import hongyan.pipelines.series.DeviceStatusQuery;
import hongyan.pipelines.series.DoubtQuery;
import hongyan.pipelines.series.DoubtedOccurrence;
import hongyan.pipelines.series.FindingQuery;
import hongyan.pipelines.series.ForecastQuery;
import hongyan.pipelines.series.InfluxServer;
import hongyan.pipelines.series.OccurrenceDoubtQuery;
import hongyan.pipelines.series.OccurrenceQuery;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline on a mini cluster, as it is configured in service. */
@SuppressWarnings("deprecation") // the only source at hand that gives its records and does not end
class PipelineTest {

  private static final ForecastQuery FORECASTS = new ForecastQuery(null, null, null, null, null);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path folder;

  @Test
  void carriesRecordsToTheStoreAndToAlerts() throws Exception {
    carries(SeriesAddress.of(folder.resolve("series.db")));
  }

  @Test
  void carriesThemToAStoreWithReadingsFiguresAndCountsInInfluxDb() throws Exception {
    carries(InfluxServer.beside(folder, InfluxServer.shared().newDatabase()));
  }

  private void carries(SeriesAddress address) throws Exception {
    try (var store = SeriesStore.open(address)) {
      var client = environment(address).executeAsync();
      try {
        // Each kind goes its own way into the store, so that one may be there before another.
        await().atMost(PATIENCE).until(() -> complete(store));
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertAll(store));
      } finally {
        client.cancel().get();
        // Until then it writes checkpoints into the folder that goes with the test.
        await().atMost(PATIENCE).until(() -> client.getJobStatus().get().isGloballyTerminalState());
      }
      assertAll(store);
    }
  }

  private static void assertAll(SeriesStore store) {
    assertReadings(store);
    assertBirds(store);
    assertQuality(store);
  }

  private static List<Reading> readings() {
    var readings = new ArrayList<Reading>();
    for (int hour = 1; hour <= 23; hour++) {
      for (String station : List.of("T01", "T02", "P01", "unknown")) {
        readings.add(reading(station, "2025-10-22T%02d:00:00+08:00".formatted(hour), "35", hour));
      }
    }
    readings.addAll(readings.subList(0, 40));
    readings.add(reading("T01", "2025-10-22T09:00:00+08:00", "60", 500));
    return readings;
  }

  private static List<Occurrence> occurrences() {
    List<Occurrence> occurrences = new ArrayList<>();
    IntStream.range(0, 10)
        .mapToObj(i -> occurrence("o" + i % 5, "2025-10-22T09:10:00+08:00", 4, i))
        .forEach(occurrences::add);
    occurrences.add(
        fix("far", "tag-1", "2025-10-22T09:10:00+08:00", RecordFixtures.RIDGE, 150_000, 11));
    return occurrences;
  }

  private static List<OccurrenceDecision> occurrenceDecisions() {
    return List.of(
        new OccurrenceDecision(
            "o0",
            occurrences().get(0).digest(),
            Verdict.INVALID,
            "a heron",
            "tester",
            Instant.parse("2025-10-23T02:00:00.123456Z")));
  }

  private static List<Finding> findings() {
    return List.of(
        finding("F1", "net", "2025-10-22T20:00:00+08:00", 1),
        finding("F2", "net", "2020-10-22T20:00:00+08:00", 2),
        finding("F3", "no-such-conduct", "2025-10-22T20:00:00+08:00", 3));
  }

  /** The first says that it is bad, a correction that it is worse. */
  private static List<Forecast> forecasts() {
    return List.of(
        forecast("2025-12-01T18:00:00+08:00", "431100", "2025-12-02", 210, 1),
        forecast("2025-12-01T18:00:00+08:00", "431100", "2025-12-02", 220, 2));
  }

  private static List<Decision> decisions() {
    return List.of(
        new Decision(
            "T02",
            Pollutant.PM25,
            Averaging.PT1H,
            RecordFixtures.time("2025-10-22T09:00:00+08:00"),
            new BigDecimal("35"),
            Verdict.INVALID,
            "power cut",
            "tester",
            Instant.parse("2025-10-23T02:00:00.123456Z")));
  }

  /** Three of one species, the last corrected from one dead to two. */
  private static List<Casualty> casualties() {
    return List.of(
        casualty("C1", "2025-10-22T08:00:00+08:00", "Anas crecca", 1, 1),
        casualty("C2", "2025-10-22T09:00:00+08:00", "Anas crecca", 1, 2),
        casualty("C2", "2025-10-22T09:00:00+08:00", "Anas crecca", 2, 3));
  }

  private static List<DeviceStatus> statuses() {
    return List.of(
        status("M1", "2025-10-22T08:00:00+08:00", 1),
        status("M1", "2025-10-22T08:00:00+08:00", 2),
        status("nobody's", "2025-10-22T08:00:00+08:00", 3));
  }

  private StreamExecutionEnvironment environment(SeriesAddress address) {
    var settings =
        new JobSettings(
            LogConnection.plain("unused"),
            address,
            "yongzhou",
            null,
            500,
            new JobSettings.Local(folder.resolve("checkpoints"), null, 2));
    Configuration configuration = MonitoringJob.configuration(settings);
    var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(2);
    var sources =
        new MonitoringPipeline.Sources(
            stream(env, readings(), Reading.class),
            stream(env, occurrences(), Occurrence.class),
            stream(env, findings(), Finding.class),
            stream(env, forecasts(), Forecast.class),
            stream(env, decisions(), Decision.class),
            stream(env, statuses(), DeviceStatus.class),
            stream(env, casualties(), Casualty.class),
            stream(env, occurrenceDecisions(), OccurrenceDecision.class));
    var streams =
        MonitoringPipeline.define(sources, JobFixtures.reference(), PipelineSettings.of("431100"));
    MonitoringJob.toSeries(streams, address);
    // Alerts have no table of their own down here: the history takes them.
    streams
        .alerts()
        .map(
            alert ->
                new Former(
                    "alert", alert.id(), alert.time(), Json.MAPPER.writeValueAsString(alert)))
        .returns(TypeInformation.of(Former.class))
        .sinkTo(new SeriesSink<>(address, (store, batch) -> store.former().write(batch)))
        .uid("alerts-in-test");
    return env;
  }

  private static boolean complete(SeriesStore store) {
    List<AirFigure> city = store.figures().listDays("431100", 2025);
    return !city.isEmpty()
        && counted(city.get(0)) == 2
        && store.figures().listDays("P01", 2025).size() == 1
        && store.figures().listDays("T02", 2025).size() == 1
        && counted(store.figures().listDays("T02", 2025).get(0)) == 22
        && store.doubts().list(DoubtQuery.ALL, Paging.first(500)).items().stream()
            .anyMatch(doubt -> doubt.decision() != null)
        && !store.decisions().list(null, Paging.first(1)).items().isEmpty()
        && !store.former().list(Scope.everything(), "alert", "violation-F1").isEmpty()
        && !store.former().list(Scope.everything(), "alert", "warning-431100-2025-12-02").isEmpty()
        && !store.former().list(Scope.everything(), "alert", "mortality-C1").isEmpty()
        && !store.former().list(Scope.everything(), "casualty", "C2").isEmpty()
        && store
                .casualties()
                .list(Scope.everything(), CasualtyQuery.ALL, Paging.first(5))
                .items()
                .size()
            == 2
        && store.forecasts().listAll(FORECASTS).size() == 1
        && store
                .deviceStatuses()
                .list(Scope.everything(), DeviceStatusQuery.ALL, Paging.first(5))
                .items()
                .size()
            == 1
        && store
                .former()
                .list(Scope.everything(), "stray-device-status", "nobody's|2025-10-22T00:00:00Z")
                .size()
            == 1
        && store.counts().list(counts("zone", "flyway-1"), Paging.first(5)).items().stream()
            .anyMatch(t -> t.records() == 4 && t.unknown() == 1)
        && !store.occurrenceDecisions().list("o0", Paging.first(1)).items().isEmpty()
        && !doubts(store, "POSITION_TOO_UNCERTAIN").isEmpty();
  }

  /** A day that was looked at before its first hour was over has no means yet. */
  private static int counted(AirFigure day) {
    return day.means().isEmpty() ? 0 : day.means().get(0).count();
  }

  private static void assertReadings(SeriesStore store) {
    assertThat(store.readings().list(ReadingQuery.ALL, Paging.first(500)).items()).hasSize(69);
    assertThat(
            store
                .former()
                .list(Scope.everything(), "reading", "T01|PM2.5|PT1H|2025-10-22T01:00:00Z"))
        .hasSize(1);
    assertThat(
            store
                .former()
                .list(
                    Scope.everything(), "stray-reading", "unknown|PM2.5|PT1H|2025-10-22T01:00:00Z"))
        .hasSize(1);
    assertThat(store.findings().list(Scope.everything(), FindingQuery.ALL, Paging.first(9)).items())
        .hasSize(3);
    Alert alert =
        Json.MAPPER.readValue(
            store.former().list(Scope.everything(), "alert", "violation-F1").get(0).json(),
            Alert.class);
    assertThat(alert.grade()).isEqualTo(Grade.GRAVE);
    assertThat(alert.county()).isEqualTo("431127");
    assertThat(store.former().list(Scope.everything(), "alert", "violation-F2")).isEmpty();
  }

  private static void assertQuality(SeriesStore store) {
    assertThat(store.decisions().list("T02", Paging.first(5)).items()).isEqualTo(decisions());
    assertThat(store.figures().listDays("T02", 2025).get(0).means().get(0).count()).isEqualTo(22);
    var stuck = new DoubtQuery("T02", null, "stuck", null, null, null);
    List<Doubt> doubts = store.doubts().list(stuck, Paging.first(500)).items();
    assertThat(doubts).hasSize(23);
    assertThat(doubts).filteredOn(doubt -> doubt.decision() != null).hasSize(1);
    assertThat(doubts).allSatisfy(doubt -> assertThat(doubt.county()).isEqualTo("431103"));
  }

  private static List<DoubtedOccurrence> doubts(SeriesStore store, String rule) {
    var query = new OccurrenceDoubtQuery(null, null, null, rule, null, null, null);
    return store.occurrenceDoubts().list(Scope.everything(), query, Paging.first(9)).items();
  }

  private static void assertBirds(SeriesStore store) {
    assertThat(
            store
                .occurrences()
                .list(Scope.everything(), OccurrenceQuery.ALL, Paging.first(9))
                .items())
        .hasSize(6)
        .filteredOn(placed -> placed.verdict() == Verdict.INVALID)
        .extracting(placed -> placed.occurrence().occurrenceID())
        .containsExactly("o0");
    assertThat(doubts(store, "POSITION_TOO_UNCERTAIN"))
        .extracting(doubted -> doubted.doubt().occurrenceID())
        .containsExactly("far");
    Map<String, Long> individuals = new HashMap<>();
    for (CountTotal total :
        store.counts().list(counts("zone", "flyway-1"), Paging.first(9)).items()) {
      individuals.put(total.period(), total.individuals());
    }
    assertThat(individuals).isEqualTo(Map.of("2025-10-22", 16L));
  }

  private static CountQuery counts(String kind, String subject) {
    return new CountQuery(kind, subject, null, null, null, CountQuery.Per.DAY);
  }

  private static <T> DataStream<T> stream(
      StreamExecutionEnvironment env, List<T> records, Class<T> type) {
    var json = records.stream().map(Json.MAPPER::writeValueAsString).toList();
    return env.addSource(new Staying(new ArrayList<>(json)), TypeInformation.of(String.class))
        .setParallelism(1)
        .map(text -> Json.MAPPER.readValue(text, type))
        .returns(TypeInformation.of(type));
  }

  /** Gives its records and stays: the clock of a stream that has ended stands still. */
  private static final class Staying implements SourceFunction<String> {
    private static final long serialVersionUID = 1L;
    private final ArrayList<String> records;
    private volatile boolean running = true;

    Staying(ArrayList<String> records) {
      this.records = records;
    }

    @Override
    public void run(SourceContext<String> context) {
      synchronized (context.getCheckpointLock()) {
        records.forEach(context::collect);
      }
      while (running) {
        LockSupport.parkNanos(20_000_000);
      }
    }

    @Override
    public void cancel() {
      running = false;
    }
  }
}
