package hongyan.pipelines.job;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.series.PostgresServer;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesSinkTest {

  private static final int READINGS = 100_000;

  @TempDir Path folder;

  @Test
  void losesAndDoublesNothingWhenTheDatabaseIsKilledInTheMiddle() throws Exception {
    try (var server = PostgresServer.startNew()) {
      var address =
          new SeriesAddress(
              server.createDatabase(), PostgresServer.USER, PostgresServer.PASSWORD, null);
      try (var store = SeriesStore.open(address)) {
        var job = environment(address).executeAsync();
        var done = job.getJobExecutionResult();
        while (count(store) < READINGS / 4) {
          assertThat(done).isNotDone();
        }
        server.kill();
        assertThat(done).isNotDone();
        server.start();
        done.get(3, TimeUnit.MINUTES);
        assertThat(count(store)).isEqualTo(READINGS);
      }
    }
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
    var env =
        StreamExecutionEnvironment.getExecutionEnvironment(MonitoringJob.configuration(settings));
    env.fromSequence(0, READINGS - 1)
        .uid("numbers")
        .map(SeriesSinkTest::hour)
        .returns(TypeInformation.of(PlacedReading.class))
        .uid("readings")
        .sinkTo(new SeriesSink<>(address, (store, batch) -> store.readings().write(batch)))
        .uid("to-readings");
    return env;
  }

  private static PlacedReading hour(long n) {
    return new PlacedReading(
        reading("P" + n % 50, Instant.ofEpochSecond(n / 50 * 3_600).toString(), "35", 1),
        IN_FLYWAY);
  }

  private static long count(SeriesStore store) {
    return store.readings().count(ReadingQuery.ALL);
  }
}
