package hongyan.benchmarks;

import hongyan.pipelines.series.PostgresServer;
import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
 * The work of {@link StoreBenchmark} with the store in PostgreSQL: a server of its own on the same
 * machine, which syncs every transaction to the disk.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class PostgresStoreBenchmark {

  /** Returns nothing where PostgreSQL is not installed. */
  static List<Row> rows(Path target, Map<String, Double> file) throws RunnerException {
    if (!PostgresServer.isInstalled()) {
      return List.of();
    }
    Map<String, Double> done = Jmh.perSecond(PostgresStoreBenchmark.class, target);
    return List.of(
        new Row(
            "store, upserts of 5,000",
            "readings",
            file.get("upsert"),
            "ours in PostgreSQL, fsync=on",
            done.get("upsert")),
        new Row(
            "store, look-up of 1,000 at once",
            "readings",
            file.get("lookupMany"),
            "ours in PostgreSQL",
            done.get("lookupMany")));
  }

  /** A server, and what is filled on it. */
  @State(Scope.Thread)
  public static class Server {
    private PostgresServer server;
    private SeriesStore filled;

    @Setup(Level.Trial)
    public void start() {
      server = PostgresServer.startNew("fsync=on", "full_page_writes=on", "shared_buffers=128MB");
      filled = open();
      StoreBenchmark.writeAll(filled);
    }

    @TearDown(Level.Trial)
    public void stop() {
      filled.close();
      server.close();
    }

    SeriesStore open() {
      return SeriesStore.open(
          new SeriesAddress(
              server.createDatabase(), PostgresServer.USER, PostgresServer.PASSWORD, null));
    }
  }

  @Benchmark
  @OperationsPerInvocation(StoreBenchmark.READINGS)
  public void upsert(Server server) {
    try (SeriesStore fresh = server.open()) {
      StoreBenchmark.writeAll(fresh);
    }
  }

  @Benchmark
  @OperationsPerInvocation(StoreBenchmark.LOOKUPS)
  public int lookupMany(Server server) {
    return StoreBenchmark.lookUpMany(server.filled);
  }
}
