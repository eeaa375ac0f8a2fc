package hongyan.benchmarks.parts;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running product as its users do. Whatever goes wrong may be tried again. */
final class Client {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long PAUSE_MILLIS = 250;

  private final Layout layout;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  Client(Layout layout) {
    this.layout = layout;
  }

  /** Returns the status of the answer, or 0 when there was none. */
  int send(String method, String path, String type, String body) throws InterruptedException {
    try {
      HttpRequest request =
          request(path)
              .header("Content-Type", type)
              .method(method, BodyPublishers.ofString(body))
              .build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException none) {
      return 0;
    }
  }

  /** Returns the answer, or JSON's null when there was none or another than 200 and 503. */
  JsonNode get(String path) throws InterruptedException {
    try {
      HttpResponse<String> answer = http.send(request(path).GET().build(), BodyHandlers.ofString());
      boolean told = answer.statusCode() == 200 || answer.statusCode() == 503;
      return told ? JSON.readTree(answer.body()) : JSON.nullNode();
    } catch (IOException | tools.jackson.core.JacksonException none) {
      return JSON.nullNode();
    }
  }

  /** Returns all items of a list, page by page; each page is asked for until it comes. */
  List<JsonNode> list(String path) throws InterruptedException {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      String page = path + (path.contains("?") ? "&" : "?") + "limit=1000" + cursor;
      JsonNode answer = get(page);
      while (!answer.has("items")) {
        Thread.sleep(PAUSE_MILLIS);
        answer = get(page);
      }
      answer.get("items").forEach(items::add);
      JsonNode next = answer.get("next");
      cursor = next == null || next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    return items;
  }

  /** Returns how many records wait on the log, or a number that is never reached when not told. */
  long backlog() throws InterruptedException {
    JsonNode backlog = get("/actuator/health").at("/components/pipelines/details/backlog");
    return backlog.isNumber() ? backlog.asLong() : Long.MAX_VALUE;
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(layout.address().resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + layout.token());
  }
}
