package hongyan.benchmarks.parts;

import hongyan.benchmarks.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many readings a second a layout takes for ten minutes when what waits on the log is held
 * below a bound, and what a reading takes on disk in each store.
 */
public final class Scale {
  private static final int SECONDS = Integer.getInteger("scale.seconds", 600);
  private static final long MOST_WAITING = 60_000;
  private static final int RUN = 200_000;
  private static final int BODIES_BETWEEN_LOOKS = 10;

  private Scale() {}

  /** Writes {@code scale.md} to {@code target}. */
  public static void run(Path target, List<String> only) throws Exception {
    StringBuilder report = new StringBuilder();
    if (only.isEmpty() || only.contains("one-process")) {
      Path state = Files.createTempDirectory("hongyan-one-");
      measure(OneProcess.start(state, target, Map.of()), report);
    }
    if (only.isEmpty() || only.contains("parts")) {
      measure(Parts.start(Files.createTempDirectory("hongyan-parts-"), target, Map.of()), report);
    }
    Files.writeString(target.resolve("scale.md"), report);
  }

  private static void measure(Layout layout, StringBuilder report)
      throws IOException, InterruptedException {
    try {
      Run.prepare(layout);
      send(layout, report);
      System.err.print(report);
    } finally {
      layout.end();
    }
  }

  private static void send(Layout layout, StringBuilder report)
      throws IOException, InterruptedException {
    Client client = new Client(layout);
    long start = System.nanoTime();
    int readings = 0;
    while (since(start) < SECONDS) {
      if (client.backlog() > MOST_WAITING) {
        Thread.sleep(100);
        continue;
      }
      Load load = new Load(readings / RUN, RUN);
      for (int body = 0; body < BODIES_BETWEEN_LOOKS; body++) {
        String csv = load.body(readings % RUN / Load.BODY);
        Sending.deliver(client, "/api/v1/readings", "text/csv; charset=utf-8", csv);
        readings += Load.BODY;
      }
    }
    Run.awaitWorkedThrough(client);
    double seconds = since(start);
    report.append(
        String.format(
            Locale.ROOT,
            "%s: %,d readings in %.0f s, %,.0f a second, at most %,d waiting on the log%n",
            layout.name(),
            readings,
            seconds,
            readings / seconds,
            MOST_WAITING + BODIES_BETWEEN_LOOKS * Load.BODY));
    for (Map.Entry<String, Path> store : layout.stores().entrySet()) {
      long bytes = Folders.bytes(store.getValue());
      report.append(
          String.format(
              Locale.ROOT,
              "  %s: %,d bytes, %.0f a reading%n",
              store.getKey(),
              bytes,
              bytes / (double) readings));
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
