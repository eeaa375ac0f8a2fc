package hongyan.service.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.geo.city.City;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.PlacedReading;
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
import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.pipelines.series.CountQuery;
import hongyan.pipelines.series.CountTotal;
import hongyan.pipelines.series.FigureQuery;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.engine.EarlierRelease.OnLog;
import hongyan.service.log.LogFixture;
import hongyan.service.log.RawLog;
import hongyan.service.settings.HongyanSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log and the state of the release before are taken over. */
class EarlierReleaseTest {
  private static final Map<String, Class<? extends Record>> TYPES =
      Map.ofEntries(
          Map.entry(Topics.READINGS, Reading.class),
          Map.entry(Topics.OCCURRENCES, Occurrence.class),
          Map.entry(Topics.FINDINGS, Finding.class),
          Map.entry(Topics.CASUALTIES, Casualty.class),
          Map.entry(Topics.DEVICE_STATUS, DeviceStatus.class),
          Map.entry(Topics.FORECASTS, Forecast.class),
          Map.entry(Topics.DECISIONS, Decision.class),
          Map.entry(Topics.OCCURRENCE_DECISIONS, OccurrenceDecision.class),
          Map.entry(Topics.DELETIONS, Deletion.class),
          Map.entry(Topics.ALERTS, Alert.class),
          Map.entry(Topics.REJECTS, Reject.class));

  /** None was in the log of that release; the form is that of its program. */
  private static final OnLog DELETION =
      new OnLog(
          Topics.DELETIONS,
          0,
          "forecasts",
          """
          {"topic":"forecasts","before":"2023-01-01T00:00:00Z","at":"2026-11-26T01:52:49.846735Z",\
          "who":"li","reason":"到期"}"""
              .getBytes(StandardCharsets.UTF_8));

  private static final String DAY = "2026-10-22";

  @TempDir private Path folder;

  @Test
  void everyRecordOfItsLogIsReadWhole() throws Exception {
    Set<String> seen = new HashSet<>();
    var counties = City.open("yongzhou").counties();
    List<OnLog> log = new ArrayList<>(EarlierRelease.log());
    log.add(DELETION);
    for (OnLog each : log) {
      seen.add(each.topic());
      if (each.topic().equals(Topics.REFERENCE)) {
        String json = new String(each.value(), StandardCharsets.UTF_8);
        assertThat(ReferenceLog.findFault(each.key(), json, counties)).isEmpty();
      } else {
        LogRecord unmarked = new LogRecord(each.topic(), 0, 0, 0, null, each.value());
        assertThat(unmarked.read(TYPES.get(each.topic()))).isNotNull();
      }
    }
    assertThat(seen).containsAll(TYPES.keySet()).contains(Topics.REFERENCE);
  }

  @Test
  void theJobOfTodayGoesOnFromItsSavepoint() throws Exception {
    try (LogFixture broker = LogFixture.start(folder.resolve("log"));
        RawLog log = new RawLog(broker.address().connection());
        SeriesStore store = SeriesStore.open(folder.resolve("series.db"))) {
      for (OnLog each : EarlierRelease.log()) {
        log.write(each.topic(), each.partition(), each.key(), null, each.value());
      }
      EarlierRelease.copySavepoint(folder.resolve("checkpoints"));
      EngineInProcess engine =
          new EngineInProcess(
              new HongyanSettings(folder, "yongzhou", null, null),
              broker.address(),
              SeriesAddress.of(folder.resolve("series.db")),
              new Backlog(broker.address()),
              event -> {});
      try {
        engine.start();
        assertThat(engine.state().restoredFrom()).isEqualTo("savepoint-of-0.1.0");
        writeMore(log);
        // The store is new, so whatever is in it beside the new records comes from the state.
        await().untilAsserted(() -> assertThat(day(store)).hasValue(20));
        await().untilAsserted(() -> assertThat(birds(store)).isEqualTo(33));
        await()
            .untilAsserted(
                () -> assertThat(readings(store)).containsExactly("2026-10-22T13:00:00Z=51"));
        await().untilAsserted(() -> assertThat(formerValues(store)).hasSize(1));
        assertThat(engine.state().running()).isTrue();
      } finally {
        engine.stop();
      }
    }
  }

  /** The next hour of the day, an older version of a reading that the state knows, and birds. */
  private static void writeMore(RawLog log) throws Exception {
    OnLog last = ofReadings("2026-10-22T20:00:00+08:00");
    log.write(
        Topics.READINGS,
        last.partition(),
        last.key(),
        "1",
        text(last)
            .replace("2026-10-22T12:00:00Z", "2026-10-22T13:00:00Z")
            .replace("\"value\":50", "\"value\":51")
            .getBytes(StandardCharsets.UTF_8));
    OnLog older = ofReadings("2026-10-22T05:00:00+08:00,PM2.5,35");
    log.write(
        Topics.READINGS,
        older.partition(),
        older.key(),
        "1",
        text(older)
            .replaceFirst("\"receivedAt\":\"2026-11-26T01:", "\"receivedAt\":\"2026-11-26T00:")
            .getBytes(StandardCharsets.UTF_8));
    OnLog bird =
        EarlierRelease.log().stream().filter(each -> each.key().equals("bird-1")).findFirst().get();
    log.write(
        Topics.OCCURRENCES,
        bird.partition(),
        "bird-9",
        "1",
        text(bird)
            .replace("bird-1", "bird-9")
            .replace("\"individualCount\":23", "\"individualCount\":10")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static OnLog ofReadings(String start) throws Exception {
    return EarlierRelease.log().stream()
        .filter(each -> text(each).contains("2478A," + start))
        .findFirst()
        .orElseThrow();
  }

  private static String text(OnLog record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  /** Returns how many hours of PM2.5 are in the day's mean, if there is a figure. */
  private static OptionalInt day(SeriesStore store) {
    return store
        .figures()
        .list(new FigureQuery("2478A", Period.DAY, null, null), Paging.first(100))
        .items()
        .stream()
        .filter(figure -> figure.date().equals(DAY))
        .map(AirFigure::means)
        .flatMap(List::stream)
        .filter(mean -> mean.pollutant() == Pollutant.PM25)
        .mapToInt(Mean::count)
        .findFirst();
  }

  private static long birds(SeriesStore store) {
    var query = new CountQuery("city", null, "Anser cygnoid", null, null, CountQuery.Per.DAY);
    return store.counts().list(query, Paging.first(100)).items().stream()
        .mapToLong(CountTotal::individuals)
        .sum();
  }

  private static List<String> readings(SeriesStore store) {
    return store.readings().list(ReadingQuery.ALL, Paging.first(100)).items().stream()
        .map(PlacedReading::reading)
        .map(reading -> reading.time() + "=" + reading.value())
        .toList();
  }

  private static List<String> formerValues(SeriesStore store) {
    return store
        .former()
        .list(Scope.everything(), "reading", "2478A|PM2.5|PT1H|2026-10-21T21:00:00Z")
        .stream()
        .map(Former::json)
        .filter(json -> json.contains("\"value\":35"))
        .toList();
  }
}
