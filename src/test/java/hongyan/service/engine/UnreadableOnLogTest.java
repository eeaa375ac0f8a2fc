package hongyan.service.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.records.UnreadableRecord;
import hongyan.pipelines.series.ForecastQuery;
import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.log.LogFixture;
import hongyan.service.log.RawLog;
import hongyan.service.settings.HongyanSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pipelines make of records that they cannot read, amid those that they can. */
class UnreadableOnLogTest {
  private static final byte[] POISON = {(byte) 0xff, 0, 1, (byte) 0xfe};

  @TempDir private Path folder;
  private LogFixture broker;
  private RawLog log;
  private EngineInProcess engine;

  @BeforeEach
  void start() {
    broker = LogFixture.start(folder.resolve("log"));
    log = new RawLog(broker.address().connection());
    engine =
        new EngineInProcess(
            new HongyanSettings(folder, "yongzhou", null, null),
            broker.address(),
            SeriesAddress.of(folder.resolve("series.db")),
            new Backlog(broker.address()),
            event -> {});
  }

  @AfterEach
  void stop() {
    engine.stop();
    log.close();
    broker.close();
  }

  @Test
  void goOnAndKeepThemAmongTheRejects() throws Exception {
    writeSix("2026-10-22");
    engine.start();
    awaitForecasts(3);
    // While it runs, too, and once more after a restart.
    writeSix("2026-10-23");
    awaitForecasts(6);
    awaitRejects(6);
    engine.stop();
    engine.start();
    writeSix("2026-10-24");
    awaitForecasts(9);
    awaitRejects(9);

    assertThat(rejects().stream().map(Reject::id).distinct()).hasSize(9);
    assertThat(rejects().subList(0, 3))
        .extracting(Reject::door, Reject::kind, Reject::rule, Reject::value, Reject::raw)
        .containsExactlyInAnyOrder(
            tuple(
                "log",
                "forecast",
                "unreadable-on-log",
                "forecasts/0/1",
                "base64:" + Base64.getEncoder().encodeToString(POISON)),
            tuple("log", "forecast", "unreadable-on-log", "forecasts/0/2", "{\"issuer\":\"x\"}"),
            tuple(
                "log",
                "forecast",
                "schema-from-the-future",
                "forecasts/0/3",
                forecast("2026-10-22", "later")));
    assertThat(engine.state().running()).isTrue();
  }

  /** Three good ones, of which one is unmarked and one has a field more, and three bad ones. */
  private void writeSix(String date) {
    log.write(Topics.FORECASTS, "a", null, forecast(date, "unmarked"));
    log.write(Topics.FORECASTS, null, "b", null, POISON);
    log.write(Topics.FORECASTS, "c", "1", "{\"issuer\":\"x\"}");
    log.write(Topics.FORECASTS, "d", "2", forecast(date, "later"));
    log.write(
        Topics.FORECASTS, "e", "1", forecast(date, "newer").replaceFirst("\\{", "{\"new\":[1],"));
    log.write(Topics.FORECASTS, "f", "1", forecast(date, "same"));
  }

  private static String forecast(String date, String issuer) {
    return """
        {"issuer":"%s","issuedAt":"%sT00:00:00Z","subject":"431100","item":"AQI","date":"%2$s",\
        "low":60,"high":75,"receipt":{"door":"http","receivedAt":"2026-10-21T00:00:00Z",\
        "modified":null,"body":"00","line":1,"raw":"","reference":0}}"""
        .formatted(issuer, date);
  }

  private void awaitForecasts(int count) {
    try (SeriesStore store = SeriesStore.open(folder.resolve("series.db"))) {
      await("%d forecasts".formatted(count))
          .untilAsserted(
              () ->
                  assertThat(
                          store
                              .forecasts()
                              .listAll(new ForecastQuery(null, null, null, null, null)))
                      .hasSize(count)
                      .noneMatch(forecast -> forecast.issuer().equals("later")));
    }
  }

  private void awaitRejects(int count) {
    await("%d rejects".formatted(count))
        .until(() -> rejects().stream().map(Reject::id).distinct().count() == count);
  }

  private List<Reject> rejects() throws UnreadableRecord {
    List<Reject> rejects = new ArrayList<>();
    for (LogRecord record : log.read(Topics.REJECTS)) {
      assertThat(record.mark()).isEqualTo("1");
      rejects.add(record.read(Reject.class));
    }
    return rejects;
  }

  @Test
  void keepALongOneCutAndWithItsHash() throws Exception {
    engine.start();
    log.write(Topics.FORECASTS, "a", "1", "[\"" + "鸿".repeat(40_000) + "\"]");
    awaitRejects(1);
    Reject reject = rejects().get(0);
    assertThat(reject.raw().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(65_530, 65_536);
    assertThat(reject.raw()).endsWith("鸿");
    assertThat(reject.rawSha256()).isEqualTo(reject.body());
  }
}
