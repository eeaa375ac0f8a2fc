package hongyan.benchmarks;

import hongyan.benchmarks.parts.Faults;
import hongyan.benchmarks.parts.Scale;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Runs the benchmarks one after the other and prints one Markdown table.
 *
 * <p>Nothing is asserted: a slow machine is not a fault. What the peers answer is compared with
 * what ours answers, though, before any clock starts.
 */
public final class Suite {
  private static final OperatingSystemMXBean MACHINE = ManagementFactory.getOperatingSystemMXBean();

  private Suite() {}

  private interface Part {
    List<Row> run(Path target) throws Exception;
  }

  /**
   * @param args the folder for what is written, then the parts to run (place, rules, zones, air,
   *     doors, store, chain, report, joining, pages, whole); none for all
   */
  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]);
    List<String> wanted = List.of(args).subList(1, args.length);
    if (wanted.contains("faults") || wanted.contains("scale")) {
      // These take most of an hour, and a whole machine: only when asked for by name.
      underLoad(target, wanted.get(0), wanted.subList(1, wanted.size()));
      System.exit(0);
    }
    StringBuilder report = new StringBuilder("Begun: %s\n".formatted(machine()));
    StringBuilder rows = new StringBuilder(Row.HEADER);
    run("place", PlaceBenchmark::rows, wanted, target, rows);
    run("rules", RulesBenchmark::rows, wanted, target, rows);
    run("zones", ZoneUpdateBenchmark::rows, wanted, target, rows);
    run("doors", DoorsBenchmark::rows, wanted, target, rows);
    run("store", StoreBenchmark::rows, wanted, target, rows);
    run("chain", ChainBenchmark::rows, wanted, target, rows);
    run("air", AirBenchmark::rows, wanted, target, rows);
    run("report", ReportBenchmark::rows, wanted, target, rows);
    run("whole", WholeBenchmark::rows, wanted, target, rows);
    run("joining", JoiningBenchmark::rows, wanted, target, rows);
    run("pages", PagesBenchmark::rows, wanted, target, rows);
    report.append("Ended: %s\n\n".formatted(machine())).append(rows);
    System.out.print(report);
    Files.writeString(target.resolve("benchmarks.md"), report);
    // Flink's mini cluster leaves threads behind that would hold the process for a while.
    System.exit(0);
  }

  private static void underLoad(Path target, String what, List<String> only) throws Exception {
    System.err.printf("Begun: %s%n", machine());
    if (what.equals("faults")) {
      Faults.run(target, only);
    } else {
      Scale.run(target, only);
    }
    System.err.printf("Ended: %s%n", machine());
  }

  private static void run(
      String name, Part part, List<String> wanted, Path target, StringBuilder rows)
      throws Exception {
    if (!wanted.isEmpty() && !wanted.contains(name)) {
      return;
    }
    System.err.printf(Locale.ROOT, "%s ...%n", name);
    for (Row row : part.run(target)) {
      rows.append(row.markdown());
      System.err.print(row.markdown());
    }
  }

  private static String machine() throws IOException {
    return String.format(
        Locale.ROOT,
        "%s, load average %.1f on %d processors, Java %s",
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        MACHINE.getSystemLoadAverage(),
        MACHINE.getAvailableProcessors(),
        Runtime.version());
  }
}
