package hongyan.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The map in a browser, on the delivered program: how long until it can be used with 5,000 alerts,
 * how long until all 178,876 patrol points are painted, how smoothly it pans then, how many bytes a
 * first load takes, and how long an accepted record takes to be on the page. There is no peer; what
 * it says goes to the terminal and to {@code pages.md}.
 */
final class PagesBenchmark {
  private static final int ALERTS = 5_000;
  private static final int PATROL_POINTS = 178_876;
  private static final int LIVE = 5;
  private static final Duration APART = Duration.ofMinutes(100);
  private static final Duration BEFORE_LIVE = Duration.ofDays(2);
  private static final String PASSWORD = "benchmark-goose-2026-web";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final String token;
  private final List<String> lines = new ArrayList<>();

  private PagesBenchmark(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /** Runs it and returns no rows, since it has no peer. */
  static List<Row> rows(Path target) throws Exception {
    if (!BarePage.isInstalled()) {
      System.err.println("pages: skipped, no Chromium with its chromedriver is on the path");
      return List.of();
    }
    Path state = Files.createTempDirectory("hongyan-pages-");
    try (Program program = Program.start(state, target)) {
      String token = program.token();
      PagesBenchmark benchmark = new PagesBenchmark(program.address(), token);
      benchmark.fill();
      benchmark.measure();
      String table = "| what | | \n| --- | ---: |\n" + String.join("", benchmark.lines);
      Files.writeString(target.resolve("pages.md"), table);
    } finally {
      Folders.delete(state);
    }
    return List.of();
  }

  private void fill() throws Exception {
    send(
        "POST",
        "/api/v1/accounts",
        "application/json",
        """
        {"account":"officer","name":"officer","password":"%s","roles":["forestry"],"counties":[]}"""
            .formatted(PASSWORD));
    for (int from = 0; from < ALERTS; from += 1_000) {
      String body =
          IntStream.range(from, from + 1_000)
              .mapToObj(at -> finding("bench-" + at, at, BEFORE_LIVE.plus(APART.multipliedBy(at))))
              .collect(Collectors.joining("\n"));
      send("POST", "/api/v1/findings", "application/x-ndjson", body);
    }
    Random random = new Random(2026);
    StringBuilder points = new StringBuilder("id,kind,lon,lat,cell,county\n");
    for (int at = 0; at < PATROL_POINTS; at++) {
      points.append(
          String.format(
              Locale.ROOT,
              "P%06d,ordinary,%.5f,%.5f,C%03d,%n",
              at,
              111.1 + 1.2 * random.nextDouble(),
              24.8 + 1.9 * random.nextDouble(),
              at / 400));
    }
    send("PUT", "/api/v1/patrol/points?replace=true", "text/csv", points.toString());
    awaitAlerts();
  }

  /**
   * One at each of 96 places in turn, 3.5 km apart and well inside the city (elsewhere it is no
   * lead): nearer ones within hours would be joined into one alert.
   */
  private static String finding(String id, int at, Duration ago) {
    int place = at % 96;
    return String.format(
        Locale.ROOT,
        """
        {"findingID":"%s","conduct":"net","time":"%s","position":{"type":"Point","coordinates":[%.5f,%.5f]},"source":"patrol","description":"generated for a benchmark"}""",
        id,
        OffsetDateTime.now(ZoneOffset.ofHours(8)).minus(ago).withNano(0),
        111.6 + 0.036 * (place % 8),
        25.5 + 0.032 * (place / 8));
  }

  /** Waits until the page would have all alerts: the last page of the list is there. */
  private void awaitAlerts() throws Exception {
    long limit = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    int count = countAlerts();
    while (count < ALERTS) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException("%d of %d alerts are there".formatted(count, ALERTS));
      }
      Thread.sleep(500);
      count = countAlerts();
    }
  }

  private int countAlerts() throws Exception {
    int count = 0;
    String cursor = "";
    do {
      String page = send("GET", "/api/v1/alerts?limit=1000" + cursor, "application/json", null);
      count += page.split("\"raisedAt\"", -1).length - 1;
      int next = page.lastIndexOf("\"next\":\"");
      cursor = next < 0 ? "" : "&cursor=" + page.substring(next + 8, page.indexOf('"', next + 8));
    } while (!cursor.isEmpty());
    return count;
  }

  private void measure() throws Exception {
    try (BarePage page = BarePage.open(address)) {
      page.logIn("officer", PASSWORD);
      page.forgetCache();
      page.open("/map?span=365");
      page.await("return document.documentElement.dataset.ready ? 1 : null");
      say("map usable, the newest alerts on it", page.millis("performance.now()") / 1e3, "s");
      page.await("return document.documentElement.dataset.alerts ?? null");
      say("all alerts there", page.millis("performance.now()") / 1e3, "s");
      page.await("return document.documentElement.dataset.patrol ?? null");
      say("all patrol points painted", page.millis("performance.now()") / 1e3, "s");
      say("first load, over the wire", page.bytes() / 1e6, "MB");
      double[] frames = page.pan();
      say("longest frame while panning", frames[0], "ms");
      say("frames a second while panning", frames[1], "");
      for (int at = 0; at < LIVE; at++) {
        String id = "live-" + at;
        long start = System.nanoTime();
        send("POST", "/api/v1/findings", "application/json", finding(id, at, Duration.ZERO));
        page.await("return document.querySelector('[data-id=violation-%s]')".formatted(id));
        say("accepted record to pixel, " + (at + 1), (System.nanoTime() - start) / 1e9, "s");
      }
    }
  }

  private void say(String what, double figure, String unit) {
    String line = String.format(Locale.ROOT, "| %s | %.2f %s |%n", what, figure, unit);
    lines.add(line);
    System.err.print(line);
  }

  private String send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + token)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }
}
