package hongyan.benchmarks;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.series.SeriesStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.RunnerException;

/**
 * 100,000 readings into a new file, 5,000 to a transaction, and looking them up by identity. The
 * bare table has the same columns and primary key, none of ours' three further indexes, and is
 * given its values ready made.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class StoreBenchmark {
  private static final int BATCH = 5_000;
  private static final int READINGS = 100_000;
  private static final int LOOKUPS = 20_000;
  private static final int ASKED_AT_ONCE = 1_000;
  private static final SyntheticYear YEAR =
      new SyntheticYear(List.of("2477A", "2478A", "2479A", "2480A", "2481A"));

  private final List<PlacedReading> readings =
      IntStream.range(0, READINGS)
          .mapToObj(n -> new PlacedReading(YEAR.reading(n), new Placement("431103", List.of())))
          .toList();
  private final List<Object[]> rows = readings.stream().map(BareTable::row).toList();
  private Path folder;
  private SeriesStore store;
  private BareTable full;
  private BareTable off;

  static List<Row> rows(Path target) throws RunnerException {
    Map<String, Double> done = Jmh.perSecond(StoreBenchmark.class, target);
    double upserts = done.get("upsert");
    double lookup = done.get("bareLookup");
    return List.of(
        new Row(
            "store, upserts of 5,000",
            "readings",
            upserts,
            "bare SQLite, synchronous=FULL",
            done.get("bareFull")),
        new Row(
            "store, upserts of 5,000",
            "readings",
            upserts,
            "bare SQLite, synchronous=OFF",
            done.get("bareOff")),
        new Row("store, look-up of one", "readings", done.get("lookup"), "bare SQLite", lookup),
        new Row(
            "store, look-up of 1,000 at once",
            "readings",
            done.get("lookupMany"),
            "bare SQLite, one by one",
            lookup));
  }

  /** Files that hold everything, for the look-ups; the writers open new ones beside them. */
  @Setup(Level.Iteration)
  public void open() throws IOException, SQLException {
    folder = Files.createTempDirectory("hongyan-store-");
    store = SeriesStore.open(folder.resolve("series.db"));
    full = BareTable.open(folder.resolve("full.db"), "FULL");
    off = BareTable.open(folder.resolve("off.db"), "OFF");
    writeAll(store);
    full.write(rows);
  }

  @TearDown(Level.Iteration)
  public void close() throws IOException, SQLException {
    store.close();
    full.close();
    off.close();
    Folders.delete(folder);
  }

  private void writeAll(SeriesStore to) {
    for (int from = 0; from < READINGS; from += BATCH) {
      to.readings().write(readings.subList(from, from + BATCH));
    }
  }

  private int writeAll(BareTable to) throws SQLException {
    int written = 0;
    for (int from = 0; from < READINGS; from += BATCH) {
      written += to.write(rows.subList(from, from + BATCH));
    }
    return written;
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public void upsert() {
    try (SeriesStore fresh = SeriesStore.open(folder.resolve("fresh.db"))) {
      writeAll(fresh);
    }
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public int bareFull() throws SQLException {
    try (BareTable fresh = BareTable.open(folder.resolve("fresh.db"), "FULL")) {
      return writeAll(fresh);
    }
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public int bareOff() throws SQLException {
    return writeAll(off);
  }

  @Benchmark
  @OperationsPerInvocation(LOOKUPS)
  public int lookup() {
    int found = 0;
    for (int i = 0; i < LOOKUPS; i++) {
      found += store.readings().find(List.of(reading(i))).size();
    }
    return found;
  }

  @Benchmark
  @OperationsPerInvocation(LOOKUPS)
  public int lookupMany() {
    int found = 0;
    for (int i = 0; i < LOOKUPS; i += ASKED_AT_ONCE) {
      var asked = IntStream.range(i, i + ASKED_AT_ONCE).mapToObj(this::reading).toList();
      found += store.readings().find(asked).size();
    }
    return found;
  }

  @Benchmark
  @OperationsPerInvocation(LOOKUPS)
  public int bareLookup() throws SQLException {
    int found = 0;
    for (int i = 0; i < LOOKUPS; i++) {
      found += full.find(reading(i)).isEmpty() ? 0 : 1;
    }
    return found;
  }

  /** Jumps about in the table, as senders that repeat themselves do not ask in its order. */
  private Reading reading(int i) {
    return readings.get((int) (i * 7_919L % READINGS)).reading();
  }
}
