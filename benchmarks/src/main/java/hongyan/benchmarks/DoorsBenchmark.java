package hongyan.benchmarks;

import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.checks.ReadingCheck;
import hongyan.service.doors.checks.Stamp;
import hongyan.service.doors.forms.BodyText;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.forms.ItemSink;
import hongyan.service.doors.forms.JsonForm;
import hongyan.service.doors.forms.Table;
import hongyan.service.doors.forms.TableForm;
import hongyan.service.doors.rejects.Refusal;
import hongyan.service.doors.rejects.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.RunnerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of a body to checked readings, as a door does it before it asks the store and the log.
 * The peers read the same bytes and check nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@OperationsPerInvocation(DoorsBenchmark.READINGS)
public class DoorsBenchmark {
  static final int READINGS = 5_000;
  private static final SyntheticYear YEAR = new SyntheticYear(List.of("2478A", "2479A", "2480A"));
  private static final KnownPlaces PLACES = new Stations(Set.copyOf(YEAR.stations()));
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  private final byte[] csv = bytes(SyntheticYear.HEADER, IntStream.range(0, READINGS), false);
  private final byte[] ndjson = bytes("", IntStream.range(0, READINGS), true);
  private final JsonMapper jackson = new JsonMapper();

  static List<Row> rows(Path target) throws RunnerException {
    Map<String, Double> done = Jmh.perSecond(DoorsBenchmark.class, target);
    return List.of(
        new Row(
            "doors, CSV long",
            "readings",
            done.get("csv"),
            "commons-csv, no checks",
            done.get("commonsCsv")),
        new Row(
            "doors, NDJSON",
            "readings",
            done.get("ndjson"),
            "Jackson, no checks",
            done.get("jackson")));
  }

  private static byte[] bytes(String header, IntStream numbers, boolean json) {
    return numbers
        .mapToObj(n -> json ? YEAR.json(n) : YEAR.line(n))
        .collect(Collectors.joining("", header, ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public int csv() {
    Accepted accepted = new Accepted(Sha256.hex(csv));
    String text = BodyText.decode(csv, StandardCharsets.UTF_8);
    TableForm.read(Table.ofCommas(text), ReadingCheck.FIELDS, accepted);
    return accepted.all();
  }

  @Benchmark
  public int ndjson() {
    Accepted accepted = new Accepted(Sha256.hex(ndjson));
    String text = BodyText.decode(ndjson, StandardCharsets.UTF_8);
    JsonForm.readLines(text, ReadingCheck.FIELDS, accepted);
    return accepted.all();
  }

  @Benchmark
  public int commonsCsv() throws IOException {
    int length = 0;
    var reader = new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8);
    for (CSVRecord line : CSVFormat.DEFAULT.parse(reader)) {
      for (String cell : line) {
        length += cell.length();
      }
    }
    return length;
  }

  @Benchmark
  public int jackson() {
    int length = 0;
    try (var lines = jackson.readerFor(JsonNode.class).<JsonNode>readValues(ndjson)) {
      while (lines.hasNext()) {
        length += lines.next().size();
      }
    }
    return length;
  }

  private record Stations(Set<String> ids) implements KnownPlaces {
    @Override
    public boolean isStation(String id) {
      return ids.contains(id);
    }

    @Override
    public boolean isZone(String id) {
      return false;
    }

    @Override
    public boolean isDevice(String id) {
      return false;
    }

    @Override
    public boolean isCounty(String adcode) {
      return false;
    }

    @Override
    public long end() {
      return 0;
    }
  }

  /** Takes the items of a body in which nothing is wrong. */
  private static final class Accepted implements ItemSink {
    private final ReadingCheck check = new ReadingCheck(PLACES);
    private final Stamp stamp;
    private int count;
    private int length;

    Accepted(String body) {
      stamp = new Stamp("http", NOW, body, 0, () -> NOW);
    }

    int all() {
      if (count != READINGS) {
        throw new IllegalStateException(count + " of " + READINGS);
      }
      return length;
    }

    @Override
    public void item(Item item) {
      var checked = check.check(item, stamp);
      if (checked.record() == null) {
        throw new IllegalStateException(item.raw() + ": " + checked.faults());
      }
      count++;
      length += checked.record().station().length();
    }

    @Override
    public void refused(Refusal refusal) {
      throw new IllegalStateException(refusal.toString());
    }

    @Override
    public void derived(int figures) {
      throw new IllegalStateException("a long table has none");
    }
  }
}
