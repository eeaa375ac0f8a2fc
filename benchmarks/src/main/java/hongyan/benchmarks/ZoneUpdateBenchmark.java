package hongyan.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes from the moment that a new version of a zone is sent until the first alert can
 * be read that was judged by it: the program as a process, a zone and a finding in it, over HTTP,
 * ten times. The peer is what the same program needs for a finding alone, without a new version.
 */
final class ZoneUpdateBenchmark {
  private static final int ROUNDS = 10;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Program program;

  private ZoneUpdateBenchmark(Program program) {
    this.program = program;
  }

  static List<Row> rows(Path target) throws Exception {
    Path state = Files.createTempDirectory("hongyan-zone-update-");
    try (Program program = Program.start(state, target)) {
      var benchmark = new ZoneUpdateBenchmark(program);
      benchmark.round(-1, true); // the first one warms up the job
      double[] update = new double[ROUNDS];
      double[] alone = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        update[i] = benchmark.round(2 * i, true);
        alone[i] = benchmark.round(2 * i + 1, false);
      }
      Arrays.sort(update);
      Arrays.sort(alone);
      System.err.printf(
          Locale.ROOT,
          "zone update to first judged record: median %.2f s, worst %.2f s; a finding alone %.2f s%n",
          update[ROUNDS / 2],
          update[ROUNDS - 1],
          alone[ROUNDS / 2]);
      return List.of(
          new Row(
              "zone update to first judged record",
              "updates",
              1 / update[ROUNDS / 2],
              "a finding without an update",
              1 / alone[ROUNDS / 2]));
    } finally {
      Folders.delete(state);
    }
  }

  private double round(int number, boolean updates) throws Exception {
    long start = System.nanoTime();
    String zone = "BENCH-%d".formatted(number);
    if (updates) {
      send("PUT", "/api/v1/zones/" + zone, zone(number));
    }
    send("POST", "/api/v1/findings", finding(number));
    HttpRequest alert = program.request("/api/v1/alerts/violation-bench-" + number).build();
    while (true) {
      HttpResponse<String> answer = client.send(alert, BodyHandlers.ofString());
      double seconds = (System.nanoTime() - start) / 1e9;
      if (answer.statusCode() == 200) {
        if (updates && !answer.body().contains(zone)) {
          throw new IllegalStateException("judged without the zone: " + answer.body());
        }
        return seconds;
      }
      if (seconds > LIMIT.toSeconds()) {
        throw new IllegalStateException("no alert after " + LIMIT);
      }
      Thread.sleep(20);
    }
  }

  private void send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        program
            .request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  private static double west(int number) {
    return 111.5 + 0.01 * number;
  }

  private static String zone(int number) {
    return String.format(
        Locale.ROOT,
        "{\"name\":\"n\",\"kind\":\"flyway\",\"validFrom\":\"2025-01-01T00:00:00+08:00\","
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%1$.4f,25.7],[%2$.4f,25.7],"
            + "[%2$.4f,25.71],[%1$.4f,25.71],[%1$.4f,25.7]]]}}",
        west(number),
        west(number) + 0.009);
  }

  private static String finding(int number) {
    return String.format(
        Locale.ROOT,
        "{\"findingID\":\"bench-%d\",\"conduct\":\"net\",\"time\":\"2025-10-22T20:00:00+08:00\","
            + "\"source\":\"patrol\",\"position\":{\"type\":\"Point\",\"coordinates\":[%.4f,25.705]}}",
        number,
        west(number) + 0.0045);
  }
}
