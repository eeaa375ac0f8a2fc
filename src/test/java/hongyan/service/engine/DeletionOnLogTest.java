package hongyan.service.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.series.ForecastQuery;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.log.LogFixture;
import hongyan.service.log.RecordLog;
import hongyan.service.settings.HongyanSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A deletion by rule, from the log through the pipelines into the series store. */
class DeletionOnLogTest {
  private static final Instant RECEIVED = Instant.parse("2019-03-04T05:06:07.5Z");
  private static final String SECRET = "forecast by Wang, telephone 139";
  private static final String MARK = "deleted:sha256:";

  @TempDir private Path folder;
  private LogFixture broker;
  private Backlog backlog;
  private Engine engine;

  @BeforeEach
  void start() {
    broker = LogFixture.start(folder.resolve("log"));
    backlog = new Backlog(broker.address());
    engine =
        new EngineInProcess(
            new HongyanSettings(folder, "yongzhou", null, null),
            broker.address(),
            SeriesAddress.of(folder.resolve("series.db")),
            backlog,
            event -> {});
  }

  @AfterEach
  void stop() {
    engine.stop();
    backlog.close();
    broker.close();
  }

  @Test
  void holdsAfterARestartForWhatTheStateStillHasAndWhenTheStoreIsMadeAnew() throws IOException {
    append(Topics.FORECASTS, forecast(RECEIVED, SECRET));
    engine.start();
    try (SeriesStore store = open()) {
      awaitRaws(store, List.of(SECRET));
      append(
          Topics.DELETIONS,
          new Deletion(Topics.FORECASTS, RECEIVED.plusSeconds(1), Instant.now(), "li", "到期"));
      await().until(() -> raws(store).get(0).startsWith(MARK));
      engine.stop();
      engine.start();
      // It replaces the first, which the state still has as it came.
      append(Topics.FORECASTS, forecast(RECEIVED.plus(Duration.ofDays(2_000)), "later"));
      await().until(() -> raws(store).size() == 2);
      assertThat(raws(store)).contains("later").anyMatch(raw -> raw.startsWith(MARK));
      engine.stop();
    }
    for (String file : List.of("series.db", "series.db-wal", "series.db-shm", "checkpoints")) {
      FileSystemUtils.deleteRecursively(folder.resolve(file));
    }
    assertThat(Files.exists(folder.resolve("series.db"))).isFalse();
    engine.start();
    try (SeriesStore store = open()) {
      // Records and decision come by different topics: whichever is first, in the end it holds.
      await()
          .until(
              () ->
                  raws(store).size() == 2
                      && raws(store).stream().anyMatch(raw -> raw.startsWith(MARK)));
      assertThat(raws(store)).contains("later").doesNotContain(SECRET);
    }
  }

  private SeriesStore open() {
    return SeriesStore.open(folder.resolve("series.db"));
  }

  private void awaitRaws(SeriesStore store, List<String> raws) {
    await().untilAsserted(() -> assertThat(raws(store)).isEqualTo(raws));
  }

  private static List<String> raws(SeriesStore store) {
    Stream<String> current =
        store.forecasts().listAll(new ForecastQuery(null, null, null, null, null)).stream()
            .map(forecast -> forecast.receipt().raw());
    String identity = forecast(RECEIVED, SECRET).identity();
    Stream<String> former =
        store.former().list(Scope.everything(), "forecast", identity).stream()
            .map(each -> Json.MAPPER.readTree(each.json()).at("/receipt/raw").asString());
    return Stream.concat(current, former).toList();
  }

  private void append(String topic, Object value) {
    broker.log().append(List.of(new RecordLog.Entry(topic, topic, value)));
  }

  private static Forecast forecast(Instant received, String raw) {
    Receipt receipt = new Receipt("http", received, null, "0".repeat(64), 1, raw, 0);
    BigDecimal aqi = new BigDecimal(raw.equals(SECRET) ? "80" : "90");
    return new Forecast(
        "bureau",
        Instant.parse("2019-03-04T00:00:00Z"),
        "431100",
        Forecast.AQI,
        "2019-03-05",
        aqi,
        aqi,
        receipt);
  }
}
