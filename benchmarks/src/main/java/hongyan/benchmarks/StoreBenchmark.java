package hongyan.benchmarks;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.series.SeriesStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
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
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class StoreBenchmark {
  private static final int BATCH = 5_000;
  static final int READINGS = 100_000;
  static final int LOOKUPS = 20_000;
  static final int ASKED_AT_ONCE = 1_000;
  private static final SyntheticYear YEAR =
      new SyntheticYear(List.of("2477A", "2478A", "2479A", "2480A", "2481A"));

  private static final List<PlacedReading> PLACED =
      IntStream.range(0, READINGS)
          .mapToObj(n -> new PlacedReading(YEAR.reading(n), new Placement("431103", List.of())))
          .toList();
  private static final List<Object[]> ROWS = PLACED.stream().map(BareTable::row).toList();

  static List<Row> rows(Path target) throws RunnerException {
    Map<String, Double> done = Jmh.perSecond(StoreBenchmark.class, target);
    double upserts = done.get("upsert");
    double lookup = done.get("bareLookup");
    List<Row> rows = new ArrayList<>(PostgresStoreBenchmark.rows(target, done));
    rows.addAll(
        0,
        List.of(
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
                lookup)));
    return rows;
  }

  /** A folder for each run of a writer, with nothing in it. */
  @State(Scope.Thread)
  public static class Empty {
    private Path folder;

    @Setup(Level.Iteration)
    public void create() throws IOException {
      folder = Files.createTempDirectory("hongyan-store-");
    }

    @TearDown(Level.Iteration)
    public void delete() throws IOException {
      Folders.delete(folder);
    }

    Path file() {
      return folder.resolve("readings.db");
    }
  }

  /** Both stores with everything in them. */
  @State(Scope.Thread)
  public static class Filled {
    private Path folder;
    private SeriesStore store;
    private BareTable bare;

    @Setup(Level.Trial)
    public void fill() throws IOException, SQLException {
      folder = Files.createTempDirectory("hongyan-store-");
      store = SeriesStore.open(folder.resolve("series.db"));
      bare = BareTable.open(folder.resolve("bare.db"), "FULL");
      writeAll(store);
      bare.write(ROWS);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
      store.close();
      bare.close();
      Folders.delete(folder);
    }
  }

  static void writeAll(SeriesStore to) {
    for (int from = 0; from < READINGS; from += BATCH) {
      to.readings().write(PLACED.subList(from, from + BATCH));
    }
  }

  private static int writeAll(Path file, String synchronous) throws SQLException {
    int written = 0;
    try (BareTable bare = BareTable.open(file, synchronous)) {
      for (int from = 0; from < READINGS; from += BATCH) {
        written += bare.write(ROWS.subList(from, from + BATCH));
      }
    }
    return written;
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public void upsert(Empty empty) {
    try (SeriesStore fresh = SeriesStore.open(empty.file())) {
      writeAll(fresh);
    }
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public int bareFull(Empty empty) throws SQLException {
    return writeAll(empty.file(), "FULL");
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public int bareOff(Empty empty) throws SQLException {
    return writeAll(empty.file(), "OFF");
  }

  @Benchmark
  @OperationsPerInvocation(LOOKUPS)
  public int lookup(Filled filled) {
    int found = 0;
    for (int i = 0; i < LOOKUPS; i++) {
      found += filled.store.readings().find(List.of(reading(i))).size();
    }
    return found;
  }

  @Benchmark
  @OperationsPerInvocation(LOOKUPS)
  public int lookupMany(Filled filled) {
    return lookUpMany(filled.store);
  }

  static int lookUpMany(SeriesStore store) {
    int found = 0;
    for (int i = 0; i < LOOKUPS; i += ASKED_AT_ONCE) {
      var asked = IntStream.range(i, i + ASKED_AT_ONCE).mapToObj(StoreBenchmark::reading).toList();
      found += store.readings().find(asked).size();
    }
    return found;
  }

  @Benchmark
  @OperationsPerInvocation(LOOKUPS)
  public int bareLookup(Filled filled) throws SQLException {
    int found = 0;
    for (int i = 0; i < LOOKUPS; i++) {
      found += filled.bare.find(reading(i)).isEmpty() ? 0 : 1;
    }
    return found;
  }

  /** Jumps about in the table, as senders that repeat themselves do not ask in its order. */
  static Reading reading(int i) {
    return PLACED.get((int) (i * 7_919L % READINGS)).reading();
  }
}
