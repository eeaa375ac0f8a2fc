package hongyan.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The delivered program as a process of its own, fed over HTTP by one sender with bodies of 5,000
 * readings in CSV, one after the other, until every reading that it acknowledged is in its store.
 * By then it has also made the figures and alerts of most of them; the peer, a door that a
 * programmer writes in an hour, only stores.
 */
final class WholeBenchmark {
  private static final int BODY = 5_000;
  private static final int MOST = 200_000;
  private static final double SENDING_SECONDS = 60;
  private static final double STORING_SECONDS = 150;
  private static final SyntheticYear YEAR =
      new SyntheticYear(List.of("2477A", "2478A", "2479A", "2480A", "2481A"));

  /** How many readings were answered 202, in how many seconds. */
  private record Sent(int readings, double seconds) {
    double perSecond() {
      return readings / seconds;
    }
  }

  /** How many are stored, how many seconds after the first was sent. */
  private record Stored(long readings, double seconds) {}

  private static final String READINGS = "/api/v1/readings";

  private WholeBenchmark() {}

  static List<Row> rows(Path target) throws Exception {
    Sent plain;
    try (PlainDoor door = PlainDoor.open()) {
      plain = send(HttpRequest.newBuilder(door.address().resolve(READINGS)));
    }
    Path state = Files.createTempDirectory("hongyan-whole-");
    try (Program program = Program.start(state, target)) {
      double before = program.processorSeconds();
      long start = System.nanoTime();
      Sent sent = send(program.request(READINGS));
      Stored stored = awaitStored(state, sent.readings(), start);
      System.err.printf(
          Locale.ROOT,
          "whole: %,d acknowledged, %,d of them stored after %.1f s, %.1f s of processor time%n",
          sent.readings(),
          stored.readings(),
          stored.seconds(),
          program.processorSeconds() - before);
      String peer = "commons-csv to SQLite, FULL";
      double storing = stored.readings() / stored.seconds();
      return List.of(
          new Row("whole, acknowledged", "readings", sent.perSecond(), peer, plain.perSecond()),
          new Row("whole, stored", "readings", storing, peer, plain.perSecond()));
    } finally {
      Folders.delete(state);
    }
  }

  private static Sent send(HttpRequest.Builder door) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    long start = System.nanoTime();
    int sent = 0;
    while (since(start) < SENDING_SECONDS && sent < MOST) {
      String body =
          IntStream.range(sent, sent + BODY)
              .mapToObj(YEAR::line)
              .collect(Collectors.joining("", SyntheticYear.HEADER, ""));
      var request =
          door.copy()
              .header("Content-Type", "text/csv; charset=utf-8")
              .POST(BodyPublishers.ofString(body))
              .build();
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      sent += BODY;
    }
    return new Sent(sent, since(start));
  }

  private static Stored awaitStored(Path state, int wanted, long start) throws Exception {
    try (BareReader reader = BareReader.open(state.resolve("series.db"))) {
      long stored = reader.countReadings();
      while (stored < wanted && since(start) < STORING_SECONDS) {
        Thread.sleep(250);
        stored = reader.countReadings();
      }
      return new Stored(stored, since(start));
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
