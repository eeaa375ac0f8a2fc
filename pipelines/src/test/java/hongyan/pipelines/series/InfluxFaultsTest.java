package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.PlacedReading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real influxd that is killed, stopped and told nonsense while it is written to. */
class InfluxFaultsTest {

  private static final int BATCHES = 60;
  private static final int BATCH = 2_000;

  @TempDir Path folder;
  private InfluxServer server;
  private InfluxAddress influx;
  private SeriesStore store;

  @BeforeEach
  void start() {
    server = InfluxServer.start(folder, "");
    influx = server.newDatabase();
    store = SeriesStore.open(InfluxServer.beside(folder, influx));
  }

  @AfterEach
  void stop() {
    store.close();
    server.close();
  }

  @Test
  void losesAndDoublesNothingWhenTheServerIsKilledWhileItIsWrittenTo() throws Exception {
    var written = new AtomicInteger();
    CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeAll(written));
    for (int kill = 1; kill <= 2; kill++) {
      await(written, kill * BATCHES / 3);
      server.kill();
      int sofar = written.get();
      TimeUnit.SECONDS.sleep(1);
      assertThat(written.get()).as("waits").isBetween(sofar, sofar + 1);
      server.startAgain();
    }
    writing.get(60, TimeUnit.SECONDS);
    assertThat(store.readings().count(ReadingQuery.ALL)).isEqualTo(BATCHES * BATCH);
    assertThat(store.readings().find(batch(7).stream().map(PlacedReading::reading).toList()))
        .hasSize(BATCH);
    assertThat(store.refusedPoints().count()).isZero();
  }

  @Test
  void waitsForAServerThatIsStoppedAndLosesNothing() throws Exception {
    var written = new AtomicInteger();
    CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeAll(written));
    await(written, BATCHES / 2);
    server.freeze();
    int sofar = written.get();
    TimeUnit.SECONDS.sleep(4);
    assertThat(written.get()).as("waits").isBetween(sofar, sofar + 1);
    server.thaw();
    writing.get(60, TimeUnit.SECONDS);
    assertThat(store.readings().count(ReadingQuery.ALL)).isEqualTo(BATCHES * BATCH);
  }

  @Test
  @Timeout(60) // it must not wait for ever
  void givesUpAfterAWhileSoThatTheJobStartsAgain() {
    InfluxDatabase database = InfluxDatabase.open(influx);
    var writer = new InfluxWriter(database, store.refusedPoints(), Duration.ofMillis(1_500));
    server.kill();
    long start = System.nanoTime();
    assertThatThrownBy(
            () -> writer.write(List.of(new InfluxPoint("x", "k", Instant.EPOCH).whole("n", 1))))
        .isInstanceOf(SeriesException.class)
        .hasMessageContaining(influx.url());
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1_500));
    database.release();
  }

  @Test
  void readingFailsAtOnceWhileTheServerIsDown() {
    server.kill();
    assertThatThrownBy(() -> store.readings().count(ReadingQuery.ALL))
        .isInstanceOf(SeriesException.class)
        .hasMessageContaining(influx.url());
  }

  @Test
  void keepsThePointsThatTheServerRefusesAndWritesTheOthers() {
    // Another program took the same measurement for texts: of that year no number is taken.
    server.write(influx, "reading,station=X value=\"text\" 1577836800000000000");
    List<PlacedReading> all =
        IntStream.range(0, 2_500)
            .mapToObj(
                i ->
                    new PlacedReading(
                        reading(
                            "P" + i,
                            i % 500 == 7 ? "2020-01-02T00:00:00Z" : "2024-01-02T00:00:00Z",
                            "3.50",
                            i),
                        IN_FLYWAY))
            .toList();
    store.readings().write(all);
    store.readings().write(all);
    var at2024 =
        new ReadingQuery(null, null, null, null, Instant.parse("2024-01-01T00:00:00Z"), null);
    assertThat(store.readings().count(at2024)).isEqualTo(2_495);
    assertThat(store.refusedPoints().count()).isEqualTo(5);
    RefusedPoint refused = store.refusedPoints().list(5).get(0);
    assertThat(refused.measurement()).isEqualTo("reading");
    assertThat(store.refusedPoints().list(5))
        .extracting(RefusedPoint::key)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.of(7, 507, 1007, 1507, 2007)
                .mapToObj(i -> all.get(i).reading().identity())
                .toList());
    assertThat(refused.said()).contains("field type conflict");
    assertThat(refused.time()).isEqualTo("2020-01-02T00:00:00Z");
    assertThat(refused.line())
        .contains("value=3.5,", "\\\"value\\\":3.50", "\\\"raw\\\":\\\"" + DeletedRaw.MARK)
        .doesNotContain("\\\"n\\\"");
  }

  @Test
  void keepsThePointsThatAreTooOldForTheServer() {
    server.query(
        influx,
        "CREATE RETENTION POLICY short ON \""
            + influx.database()
            + "\" DURATION 30d REPLICATION 1 DEFAULT");
    store
        .readings()
        .write(
            List.of(new PlacedReading(reading("P01", "2020-01-02T00:00:00Z", "1", 1), IN_FLYWAY)));
    assertThat(store.refusedPoints().list(5))
        .hasSize(1)
        .first()
        .extracting(RefusedPoint::said)
        .asString()
        .contains("retention policy");
  }

  private void writeAll(AtomicInteger written) {
    for (int n = 0; n < BATCHES; n++) {
      store.readings().write(batch(n));
      written.incrementAndGet();
    }
  }

  private static List<PlacedReading> batch(int n) {
    var batch = new ArrayList<PlacedReading>();
    for (int i = 0; i < BATCH; i++) {
      String time =
          Instant.ofEpochSecond(1_700_000_400L + (n * BATCH + i) / 100 * 3_600L).toString();
      batch.add(new PlacedReading(reading("P" + i % 100, time, "1", i), IN_FLYWAY));
    }
    return batch;
  }

  private static void await(AtomicInteger written, int batches) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (written.get() < batches) {
      assertThat(System.nanoTime()).as("still writing").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
