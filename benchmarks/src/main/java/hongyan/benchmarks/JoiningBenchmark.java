package hongyan.benchmarks;

import hongyan.pipelines.records.Json;
import hongyan.service.demo.DemoLoad;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How many alerts the demo's year makes of its signals, before and after those that belong together
 * are joined. A signal is a finding, or what a rule over readings, counts or devices sees as a
 * lead. The peer is what it would be if each part of an alert were one. No clock: the figures are
 * the same on every machine.
 */
final class JoiningBenchmark {
  private static final long SEED = 1;
  private static final LocalDate END = LocalDate.parse("2026-11-22");
  private static final int PAGE = 500;
  private static final long LOOK_MILLIS = 2_000;
  private static final int LOOKS = 300;
  private static final int STILL = 5;

  private final URI address;
  private final String token;
  private final HttpClient client = HttpClient.newHttpClient();

  private JoiningBenchmark(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  static List<Row> rows(Path target) throws Exception {
    Path state = Files.createTempDirectory("hongyan-joining-");
    try (Program program = Program.start(state, target)) {
      String token = program.token();
      new DemoLoad(program.address(), token, SEED, END).run(System.err);
      return new JoiningBenchmark(program.address(), token).rows();
    } finally {
      Folders.delete(state);
    }
  }

  private List<Row> rows() throws IOException, InterruptedException {
    List<JsonNode> alerts = awaitAlerts();
    int findings = list("findings?").size();
    int leads = 0;
    int ofRules = 0;
    for (JsonNode alert : alerts) {
      for (JsonNode part : alert.path("parts")) {
        leads++;
        ofRules += part.asString().startsWith("violation-") ? 0 : 1;
      }
    }
    int signals = findings + ofRules;
    System.err.printf(
        Locale.ROOT,
        "joining: %d findings, %d signals of rules, %d leads, %d alerts%n",
        findings,
        ofRules,
        leads,
        alerts.size());
    return List.of(
        new Row(
            "joining, alerts per 1,000 signals",
            "alerts, not per second",
            1_000.0 * alerts.size() / signals,
            "each part an alert",
            1_000.0 * leads / signals));
  }

  /** Waits until the alerts stand still: the pipelines are behind the doors for a while. */
  private List<JsonNode> awaitAlerts() throws IOException, InterruptedException {
    String before = "";
    int still = 0;
    for (int look = 0; look < LOOKS; look++) {
      long backlog = backlog();
      List<JsonNode> alerts = list("alerts?kind=violation&supported=true&authorised=false&");
      String now = alerts.toString();
      still = now.equals(before) && backlog == 0 ? still + 1 : 0;
      if (still == STILL) {
        return alerts;
      }
      before = now;
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IllegalStateException("the alerts do not stand still");
  }

  /** How many records the pipelines have not made results of yet. */
  private long backlog() throws IOException, InterruptedException {
    JsonNode pipelines = get("/actuator/health").path("components").path("pipelines");
    return pipelines.path("details").path("backlog").asLong();
  }

  private List<JsonNode> list(String query) throws IOException, InterruptedException {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("/api/v1/" + query + "limit=" + PAGE + cursor);
      page.path("items").forEach(items::add);
      JsonNode next = page.path("next");
      cursor = next.isString() ? "&cursor=" + next.asString() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }
}
