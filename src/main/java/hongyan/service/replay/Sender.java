package hongyan.service.replay;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends bodies to a running service, one after the other.
 *
 * <p>A 429 or 503 is tried again after the time that the answer asks for ({@code Retry-After} in
 * seconds, else two; never more than {@value #LONGEST_WAIT_SECONDS}), and so is a connection that
 * breaks once the service has answered before: sending twice changes nothing there. After {@value
 * #TRIES} tries of one request it gives up with {@link ServiceAway}, and at once where it is not
 * let in (401, 403). Not thread-safe.
 */
public final class Sender {
  private static final int TRIES = 10;
  private static final int LONGEST_WAIT_SECONDS = 30;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final URI base;
  private final @Nullable String token;
  private final Pause pause;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private boolean answered;

  /**
   * @param base the service's address without {@code /api/v1}
   * @param token by which the service knows us, or null without one
   */
  public Sender(URI base, @Nullable String token, Pause pause) {
    this.base = base;
    this.token = token;
    this.pause = pause;
  }

  /** Sends one body; never throws for what the service refuses. */
  public Answer send(Body body) {
    HttpResponse<String> response =
        exchange(
            request(body.endpoint())
                .header("Content-Type", body.contentType())
                .POST(BodyPublishers.ofByteArray(body.bytes()))
                .build());
    return Answer.of(response.statusCode(), response.body());
  }

  /** Puts one body where it replaces or changes what is there; throws for none of its refusals. */
  public Answer put(Body body) {
    HttpResponse<String> response =
        exchange(
            request(body.endpoint())
                .header("Content-Type", body.contentType())
                .PUT(BodyPublishers.ofByteArray(body.bytes()))
                .build());
    return Answer.of(response.statusCode(), response.body());
  }

  /** Returns whether the service has a station of that id. */
  boolean knowsStation(String id) {
    return exchange(request("stations/" + segment(id)).GET().build()).statusCode() == 200;
  }

  /** Registers an air station without a role, so that it makes no county figures. */
  Answer register(MetStation station) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", station.id());
    json.put("name", station.name());
    json.put("kind", "air");
    ObjectNode point = json.putObject("position");
    point.put("type", "Point");
    point.putArray("coordinates").add(station.position().lon()).add(station.position().lat());
    HttpResponse<String> response =
        exchange(
            request("stations/" + segment(station.id()))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(json)))
                .build());
    String said = response.body().isBlank() ? "{}" : response.body();
    return Answer.of(response.statusCode(), said);
  }

  private HttpRequest.Builder request(String path) {
    String root = base.toString().replaceAll("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + "/api/v1/" + path))
            .timeout(TIMEOUT)
            // The rules are named the same in every language; English is for the person at a
            // terminal.
            .header("Accept-Language", "en")
            .header("Accept", "application/json, application/problem+json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    String why = "";
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        answered = true;
        if (response.statusCode() == 401 || response.statusCode() == 403) {
          throw ServiceAway.notLetIn(base, response.statusCode());
        }
        if (response.statusCode() != 503 && response.statusCode() != 429) {
          return response;
        }
        why = "it keeps answering " + response.statusCode();
        pause.pause(wait(response));
      } catch (IOException e) {
        why = String.valueOf(e);
        if (!answered) {
          break;
        }
        pause.pause(Duration.ofSeconds(2));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while sending", e);
      }
    }
    throw new ServiceAway(base, why);
  }

  private static Duration wait(HttpResponse<String> response) {
    int seconds =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(Integer::parseInt)
            .orElse(2);
    return Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT_SECONDS));
  }
}
