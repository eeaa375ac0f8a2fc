package hongyan.service.access;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who asks the service over HTTP: with a token, or with cookies as a browser has them. */
final class Asker {
  private static final HttpClient TOKENS = client().build();

  private final String address;
  private final HttpClient client;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Asker(String address, HttpClient client) {
    this.address = address;
    this.client = client;
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5));
  }

  static Asker at(String address) {
    return new Asker(address, TOKENS);
  }

  /** Returns a browser: it keeps cookies. */
  static Asker browser(String address) {
    return new Asker(address, client().cookieHandler(new CookieManager()).build());
  }

  Asker with(String token) {
    return withHeader("Authorization", "Bearer " + token);
  }

  Asker withHeader(String name, String value) {
    Asker other = new Asker(address, client);
    other.headers.putAll(headers);
    other.headers.put(name, value);
    return other;
  }

  /** What was answered. */
  record Answer(int status, HttpHeaders headers, String text) {
    JsonNode json() {
      return Json.MAPPER.readTree(text);
    }

    String rule() {
      return json().path("errors").path(0).path("rule").asString("");
    }
  }

  Answer get(String path) {
    return answer(request(path).GET());
  }

  Answer send(String method, String path, String json) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  /** Logs in, and sends the CSRF token along from then on. */
  Asker logIn(String account, String password) {
    Answer answer =
        send(
            "POST",
            "/api/v1/session",
            "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password));
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return withCsrf(answer);
  }

  Asker withCsrf(Answer session) {
    JsonNode csrf = session.json().get("csrf");
    return withHeader(csrf.get("header").asString(), csrf.get("token").asString());
  }

  /** Opens something that does not end; the caller closes it. */
  HttpResponse<InputStream> open(String path) {
    try {
      return client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
            .timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    return request;
  }

  private Answer answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
