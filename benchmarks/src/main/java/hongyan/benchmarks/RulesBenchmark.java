package hongyan.benchmarks;

import hongyan.geo.city.City;
import hongyan.geo.patrol.NearPoint;
import hongyan.geo.patrol.PatrolIndex;
import hongyan.geo.patrol.PatrolPoint;
import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.geo.zones.Zone;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.Leads;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.reference.Reference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.GeometryItemDistance;
import org.locationtech.jts.index.strtree.STRtree;
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
 * A finding through place and rules at the city's size: 11 counties, 200 synthetic zones, 178,876
 * patrol points. Ours places it, judges it by Article 7, writes the alert with its grounds and
 * finds the nearest patrol point; the peers only find the polygons that hold it, and the nearest
 * point.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 3, time = 2)
public class RulesBenchmark {
  private static final int POINTS = 178_876;
  private static final int POSITIONS = 20_000;
  private static final int COMPARED = 300;
  private static final double FAR = 50_000;
  private static final Instant TIME = Instant.parse("2025-10-22T12:00:00Z");
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Receipt RECEIPT = new Receipt("http", TIME, null, "", 1, "", 0);

  private final Position[] positions = SyntheticZones.positions(POSITIONS);
  private final Leads leads = Leads.load(null);
  private Reference reference;
  private PatrolIndex patrol;
  private JtsPlace jts;
  private STRtree tree;
  private int next;

  static List<Row> rows(Path target) throws RunnerException {
    Map<String, Double> done = Jmh.perSecond(RulesBenchmark.class, target);
    double ours = done.get("hongyan");
    return List.of(
        new Row("place and rules", "findings", ours, "JTS, loop of contains", done.get("jtsLoop")),
        new Row(
            "place and rules",
            "findings",
            ours,
            "JTS, STRtree + prepared + nearest",
            done.get("jtsPrepared")),
        new Row(
            "nearest of 178,876 patrol points",
            "positions",
            done.get("nearest"),
            "JTS, STRtree nearestNeighbour",
            done.get("jtsNearest")));
  }

  @Setup
  public void setUp() {
    City city = City.open("yongzhou");
    List<Zone> zones = SyntheticZones.list();
    reference = Reference.of(city.counties(), List.of(), List.of(), zones, List.of());
    jts = JtsPlace.of(city, zones);
    Position[] places = SyntheticZones.points(POINTS);
    patrol =
        PatrolIndex.of(
            IntStream.range(0, POINTS)
                .mapToObj(
                    i -> new PatrolPoint("P" + i, "ordinary", places[i], "C" + i % 5_143, null))
                .toList());
    tree = new STRtree();
    for (Position place : places) {
      Geometry point = point(place);
      tree.insert(point.getEnvelopeInternal(), point);
    }
    tree.build();
    compare();
  }

  /** The peer measures in degrees; where it picks another point, that one is not nearer. */
  private void compare() {
    for (int i = 0; i < COMPARED; i++) {
      NearPoint ours = patrol.findNearest(positions[i], FAR).orElseThrow();
      Coordinate theirs = ((Geometry) nearestOf(positions[i])).getCoordinate();
      double metres = Geodesy.metres(positions[i], new Position(theirs.x, theirs.y));
      if (metres < ours.metres()) {
        throw new IllegalStateException("%s: %s, but %s m".formatted(positions[i], ours, metres));
      }
    }
  }

  private static Geometry point(Position at) {
    return FACTORY.createPoint(new Coordinate(at.lon(), at.lat()));
  }

  private Object nearestOf(Position at) {
    Geometry point = point(at);
    return tree.nearestNeighbour(point.getEnvelopeInternal(), point, new GeometryItemDistance());
  }

  private Position next() {
    next = next + 1 == POSITIONS ? 0 : next + 1;
    return positions[next];
  }

  /** What comes of a finding. */
  public record Judged(Optional<Lead> lead, @Nullable NearPoint patrol) {}

  @Benchmark
  public Object hongyan() {
    Position at = next();
    Finding finding =
        new Finding(
            "F", "net", TIME, at, null, null, null, null, null, "patrol", "", null, null, RECEIPT);
    Placement placement = reference.place(at, TIME);
    return new Judged(
        leads.judge(new PlacedFinding(finding, placement), null, reference, null),
        patrol.findNearest(at, FAR).orElse(null));
  }

  @Benchmark
  public Object jtsLoop() {
    return jts.loop(next());
  }

  @Benchmark
  public Object jtsPrepared() {
    Position at = next();
    return List.of(jts.prepared(at), nearestOf(at));
  }

  @Benchmark
  public Object nearest() {
    return patrol.findNearest(next(), FAR);
  }

  @Benchmark
  public Object jtsNearest() {
    return nearestOf(next());
  }
}
