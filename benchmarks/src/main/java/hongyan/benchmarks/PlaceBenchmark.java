package hongyan.benchmarks;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.reference.Reference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.RunnerException;

/**
 * A position to its county and the zones over it: the city's 11 counties and 200 synthetic zones.
 * Ours also tells which version of a zone is in force and whether its season runs; the peers only
 * which polygons hold the point.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 3, time = 2)
public class PlaceBenchmark {
  private static final int POSITIONS = 20_000;
  private static final int COMPARED = 1_000;
  private static final Instant TIME = Instant.parse("2025-10-22T01:00:00Z");

  private final Position[] positions = SyntheticZones.positions(POSITIONS);
  private Reference reference;
  private JtsPlace jts;
  private int next;

  static List<Row> rows(Path target) throws RunnerException {
    Map<String, Double> done = Jmh.perSecond(PlaceBenchmark.class, target);
    double ours = done.get("hongyan");
    return List.of(
        new Row("place", "records", ours, "JTS, loop of contains", done.get("jtsLoop")),
        new Row("place", "records", ours, "JTS, STRtree + prepared", done.get("jtsPrepared")));
  }

  @Setup
  public void setUp() {
    City city = City.open("yongzhou");
    List<Zone> zones = SyntheticZones.list();
    reference = Reference.of(city.counties(), List.of(), List.of(), zones, List.of());
    jts = JtsPlace.of(city, zones);
    for (int i = 0; i < COMPARED; i++) {
      compare(positions[i]);
    }
  }

  private void compare(Position position) {
    Placement placement = reference.place(position, TIME);
    JtsPlace.Found ours =
        new JtsPlace.Found(
            placement.county(), placement.zones().stream().map(ZoneRef::id).toList());
    if (!ours.equals(jts.loop(position)) || !ours.equals(jts.prepared(position))) {
      throw new IllegalStateException(
          "%s: %s, %s, %s".formatted(position, ours, jts.loop(position), jts.prepared(position)));
    }
  }

  private Position next() {
    next = next + 1 == POSITIONS ? 0 : next + 1;
    return positions[next];
  }

  @Benchmark
  public Object hongyan() {
    return reference.place(next(), TIME);
  }

  @Benchmark
  public Object jtsLoop() {
    return jts.loop(next());
  }

  @Benchmark
  public Object jtsPrepared() {
    return jts.prepared(next());
  }
}
