package hongyan.benchmarks.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Strikes each part in the middle of 200,000 records and counts what is left, one table row a
 * fault. Takes some forty minutes.
 */
public final class Faults {
  private static final int READINGS = 200_000;
  private static final List<String> PARTS =
      List.of("service", "broker", "taskmanager-1", "jobmanager", "influxdb", "postgresql");

  private Faults() {}

  /**
   * Writes {@code faults.md} to {@code target}.
   *
   * @param only which layouts ({@code parts}, {@code one-process}, {@code disk}, {@code clock}),
   *     then, if some only, how the names of the faults begin; none for all
   */
  public static void run(Path target, List<String> only) throws Exception {
    StringBuilder table = new StringBuilder(Outcome.HEADER);
    System.err.print(table);
    if (wanted(only, "parts")) {
      strikeParts(target, only, table);
    }
    if (wanted(only, "one-process")) {
      strikeOneProcess(target, only, table);
    }
    if (wanted(only, "disk")) {
      strikeDisk(target, only, table);
    }
    if (wanted(only, "clock")) {
      strikeClockOfOneProcess(target, only, table);
      strikeClockOfParts(target, only, table);
      strikeClockOfService(target, only, table);
    }
    Files.writeString(target.resolve("faults.md"), table);
  }

  private static boolean wanted(List<String> only, String layout) {
    return only.isEmpty() || only.get(0).equals(layout);
  }

  private static void strikeParts(Path target, List<String> only, StringBuilder table)
      throws Exception {
    Parts parts = Parts.start(Files.createTempDirectory("hongyan-parts-"), target, Map.of());
    List<Fault> faults = new ArrayList<>();
    PARTS.forEach(part -> faults.addAll(List.of(Fault.kill(part), Fault.pause(part))));
    String log = "127.0.0.1:" + parts.setting("BROKER_PORT");
    faults.addAll(List.of(OddFaults.poison(log), OddFaults.future(log)));
    strike(parts, faults, only, table);
  }

  private static void strikeOneProcess(Path target, List<String> only, StringBuilder table)
      throws Exception {
    Path state = Files.createTempDirectory("hongyan-one-");
    List<Fault> faults = List.of(Fault.kill("service"), Fault.pause("service"));
    strike(OneProcess.start(state, target, Map.of()), faults, only, table);
  }

  private static void strikeDisk(Path target, List<String> only, StringBuilder table)
      throws Exception {
    Path disk = Files.createTempDirectory("hongyan-disk-");
    String[] mount = {"mount", "-t", "tmpfs", "-o", "size=140m", "hongyan", disk.toString()};
    if (new ProcessBuilder(mount).inheritIO().start().waitFor() != 0) {
      System.err.println("full disk: not run, mounting a file system needs to be root");
      return;
    }
    try {
      OneProcess process = OneProcess.start(disk.resolve("state"), target, Map.of());
      strike(process, List.of(OddFaults.fullDisk(disk)), only, table);
    } finally {
      new ProcessBuilder("umount", disk.toString()).inheritIO().start().waitFor();
    }
  }

  private static void strikeClockOfOneProcess(Path target, List<String> only, StringBuilder table)
      throws Exception {
    Path time = Files.createTempFile("hongyan-clock-", "");
    Path state = Files.createTempDirectory("hongyan-one-");
    Map<String, String> clock = OddFaults.clockFrom(time, target);
    OneProcess process = OneProcess.start(state, target, clock);
    strike(process, List.of(OddFaults.jumpingClock("the process", time)), only, table);
  }

  /** The parts on a machine whose clock jumps; the databases alone keep the right time. */
  private static void strikeClockOfParts(Path target, List<String> only, StringBuilder table)
      throws Exception {
    Path time = Files.createTempFile("hongyan-clock-", "");
    Path folder = Files.createTempDirectory("hongyan-parts-");
    Parts parts = Parts.start(folder, target, OddFaults.clockFrom(time, target));
    Fault fault = OddFaults.jumpingClock("service, broker, Flink", time);
    strike(parts, List.of(fault), only, table);
  }

  /** The service on a machine of its own whose clock jumps. */
  private static void strikeClockOfService(Path target, List<String> only, StringBuilder table)
      throws Exception {
    Path time = Files.createTempFile("hongyan-clock-", "");
    Path folder = Files.createTempDirectory("hongyan-parts-");
    Parts parts =
        Parts.start(folder, target, Map.of()).restart("service", OddFaults.clockFrom(time, target));
    strike(parts, List.of(OddFaults.jumpingClock("the service alone", time)), only, table);
  }

  /** Strikes one fault after the other and ends the layout. */
  private static void strike(
      Layout layout, List<Fault> faults, List<String> only, StringBuilder table)
      throws IOException, InterruptedException {
    try {
      Run.prepare(layout);
      for (int number = 0; number < faults.size(); number++) {
        Fault fault = faults.get(number);
        if (only.size() < 2 || only.stream().anyMatch(fault.name()::startsWith)) {
          String row = Run.of(layout, fault, new Load(number, READINGS)).markdown();
          System.err.print(row);
          table.append(row);
        }
      }
    } finally {
      layout.end();
    }
  }
}
