package hongyan.service.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.pipelines.series.ForecastQuery;
import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.log.GuardedBroker;
import hongyan.service.log.LogFixture;
import hongyan.service.log.RawLog;
import hongyan.service.settings.HongyanSettings;
import hongyan.service.settings.SettingFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that wants TLS and a password of its clients: of the service's and of the job's. */
class GuardedLogTest {
  private static final String FORECAST =
      """
      {"issuer":"a","issuedAt":"2026-10-21T00:00:00Z","subject":"431100","item":"AQI",\
      "date":"2026-10-22","low":60,"high":75,"receipt":{"door":"http",\
      "receivedAt":"2026-10-21T00:00:00Z","modified":null,"body":"00","line":1,"raw":"",\
      "reference":0}}""";

  @TempDir private Path folder;

  @Test
  void isReadAndWrittenByWhoeverKnowsIt() throws Exception {
    try (GuardedBroker guarded =
        GuardedBroker.start(folder.resolve("broker"), "hongyan", "swallow")) {
      var right = new LogConnection(guarded.address(), guarded.credentials("hongyan", "swallow"));
      assertRefused(
          new LogConnection(guarded.address(), guarded.credentials("hongyan", "sparrow")),
          "SaslAuthenticationException");
      assertRefused(
          new LogConnection(
              guarded.address(), guarded.credentialsOfAStranger("hongyan", "swallow")),
          "SslAuthenticationException");
      try (LogFixture fixture = LogFixture.outside(right);
          RawLog log = new RawLog(right);
          ReferenceLog reference = ReferenceLog.follow(right, "yongzhou")) {
        assertThat(reference.end()).isZero();
        log.write(Topics.FORECASTS, null, "b", "1", "poison".getBytes(StandardCharsets.UTF_8));
        log.write(Topics.FORECASTS, "a", "1", FORECAST);
        runTheJob(fixture, log);
      }
    }
  }

  private static void assertRefused(LogConnection log, String why) {
    assertThatExceptionOfType(SettingFault.class)
        .isThrownBy(() -> LogFixture.outside(log))
        .withMessageContaining("hongyan.log")
        .withMessageContaining(why)
        .withMessageContaining("hongyan.kafka.*")
        .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("sparrow", "swallow"));
  }

  private void runTheJob(LogFixture fixture, RawLog log) {
    Backlog backlog = new Backlog(fixture.address());
    EngineInProcess engine =
        new EngineInProcess(
            new HongyanSettings(folder, "yongzhou", null, null),
            fixture.address(),
            SeriesAddress.of(folder.resolve("series.db")),
            backlog,
            event -> {});
    try (SeriesStore store = SeriesStore.open(folder.resolve("series.db"))) {
      engine.start();
      ForecastQuery all = new ForecastQuery(null, null, null, null, null);
      await().until(() -> store.forecasts().listAll(all).size() == 1);
      await().until(() -> log.read(Topics.REJECTS).size() == 1);
    } finally {
      engine.stop();
      backlog.close();
    }
  }
}
