package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The delivered program as a process of its own, to be used as its users do and to be killed. */
public final class Program implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/api");
  private static final Pattern DEMO_DONE = Pattern.compile("rescue cases (\\d+)");
  private static final Pattern SET_UP = Pattern.compile("(/setup\\?code=\\S+)");

  /** Halves the processor time of a start, for what lives a minute or so. */
  static final String IN_HASTE = "-XX:TieredStopAtLevel=1";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ProcessHandle process;
  private final URI address;
  private final String token;
  private final @Nullable Path out;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Program(ProcessHandle process, URI address, String token, @Nullable Path out) {
    this.process = process;
    this.address = address;
    this.token = token;
    this.out = out;
  }

  /** Starts it on {@code state} and a free port, and returns once it says that it is ready. */
  public static Program start(Path state, String... options) throws IOException {
    return start("serve", state, options);
  }

  /**
   * Starts the demo on {@code state}, which is not there yet, and returns once its whole year is in
   * and worked through.
   */
  public static Program startDemo(Path state) throws IOException {
    Program demo = start("demo", state);
    try {
      await("the demo's year is in")
          .atMost(Duration.ofMinutes(10))
          .pollInterval(Duration.ofMillis(500))
          .failFast(() -> assertThat(demo.process.isAlive()).as(demo.said()).isTrue())
          .until(() -> DEMO_DONE.matcher(demo.said()).find());
      return demo;
    } catch (Throwable failed) {
      demo.close();
      throw failed;
    }
  }

  private static Program start(String command, Path state, String... options) throws IOException {
    Path out = Files.createTempFile("hongyan-out", ".txt");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(command, "--port", "0", "--state", state.toString()));
    arguments.addAll(List.of(options));
    Process process = process(out, arguments.toArray(String[]::new));
    try {
      await("the service says that it is ready")
          .atMost(Duration.ofMinutes(5))
          .failFast(() -> assertThat(process.isAlive()).as(Files.readString(out)).isTrue())
          .until(() -> ADDRESS.matcher(Files.readString(out)).find());
    } catch (Throwable failed) {
      process.destroyForcibly(); // else it would outlive the test
      throw failed;
    }
    String address = find(ADDRESS, Files.readString(out));
    String token = Files.readString(state.resolve("admin-token")).strip();
    new File(out.toString()).deleteOnExit();
    return new Program(process.toHandle(), URI.create(address), token, out);
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new AssertionError("no %s in %s".formatted(pattern, text));
    }
    return found.group(1);
  }

  private String said() throws IOException {
    return Files.readString(Objects.requireNonNull(out, "what it says goes elsewhere"));
  }

  /** Returns the path of the one-time link by which the first account is made, as printed. */
  public String setUpPath() throws IOException {
    return find(SET_UP, said());
  }

  /** Returns one that runs already. */
  static Program running(ProcessHandle process, URI address, String token) {
    return new Program(process, address, token, null);
  }

  /** Runs a command to its end. */
  static Ended run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("hongyan-out", ".txt");
    new File(out.toString()).deleteOnExit();
    int code = process(out, arguments).waitFor();
    return new Ended(code, Files.readString(out));
  }

  /** What a command ended with, and all that it said. */
  record Ended(int code, String said) {}

  private static Process process(Path out, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:+UseSerialGC"));
    if (!arguments[0].equals("demo")) {
      command.add(IN_HASTE);
    }
    command.add("-jar");
    command.add(Objects.requireNonNull(System.getProperty("hongyan.jar"), "hongyan.jar"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  /** Returns where it answers, for example {@code http://127.0.0.1:40123}. */
  public URI address() {
    return address;
  }

  /** Ends it as a power cut of the process would: SIGKILL, nothing is told. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request(path).GET().build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode() + response.body());
    }
    return JSON.readTree(response.body());
  }

  public int getStatus(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), BodyHandlers.discarding()).statusCode();
  }

  public byte[] getBytes(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
  }

  String getText(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), BodyHandlers.ofString()).body();
  }

  /** Opens a stream of events, coming back after an event id where one is given; to be closed. */
  public Stream<String> listen(String path, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    HttpRequest.Builder asked = request(path).header("Accept", "text/event-stream");
    if (lastEventId != null) {
      asked.header("Last-Event-ID", lastEventId);
    }
    return client.send(asked.build(), BodyHandlers.ofLines()).body();
  }

  /** Posts a body and returns the answer's status and JSON; throws when there was no answer. */
  public Answer post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send("POST", path, type, body);
  }

  /** As {@link #post}, by any method. */
  public Answer send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    return send(method, path, type, body.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #post}, by any method, with bytes that need be no text. */
  Answer send(String method, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request(path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  /** Puts a JSON body and returns the answer's status and JSON. */
  public Answer put(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  /** Deletes and returns the answer's status. */
  int delete(String path) throws IOException, InterruptedException {
    return client.send(request(path).DELETE().build(), BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(Duration.ofMinutes(1))
        .header("Authorization", "Bearer " + token);
  }

  /** Returns the items of every page of a list. */
  public List<JsonNode> listAll(String path) throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String first = path + (path.contains("?") ? "&" : "?") + "limit=1000";
    String cursor = "";
    while (true) {
      JsonNode page = get(first + cursor);
      page.get("items").forEach(all::add);
      if (page.get("next").isNull()) {
        return all;
      }
      cursor = "&cursor=" + URLEncoder.encode(page.get("next").asString(), StandardCharsets.UTF_8);
    }
  }

  /** What a post was answered with. */
  public record Answer(int status, JsonNode body) {}

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      kill();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
