package hongyan.pipelines.series;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real InfluxDB 1.x, Debian's {@code influxd}, on free loopback ports with its files in a folder
 * of its own. Where it is not installed the test that asks for one is skipped and says so.
 */
public final class InfluxServer implements AutoCloseable {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable InfluxServer shared;

  private final Path folder;
  private final int port;
  private @Nullable Process process;
  private final HttpClient http = HttpClient.newHttpClient();

  private InfluxServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Returns the one server of this JVM, which ends with it; each test makes its own database. */
  public static synchronized InfluxServer shared() {
    if (shared == null) {
      try {
        Path folder = Files.createTempDirectory("hongyan-influx");
        InfluxServer started = start(folder, "");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> started.closeAndDelete(folder)));
        shared = started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  /**
   * Starts a server of the test's own and returns once it answers.
   *
   * @param http lines of the section {@code [http]} of its settings, for example {@code
   *     auth-enabled = true}
   */
  public static InfluxServer start(Path folder, String http) {
    Path program = program();
    assumeTrue(
        program != null, "skipped: influxd is not installed (Debian: apt-get install influxdb)");
    try {
      int[] ports = freePorts();
      var server = new InfluxServer(folder, ports[0]);
      Files.writeString(
          folder.resolve("influxdb.conf"), settings(folder, ports[0], ports[1], http));
      server.startAgain();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Path program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(part -> Path.of(part, "influxd"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private static int[] freePorts() throws IOException {
    try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new int[] {one.getLocalPort(), other.getLocalPort()};
    }
  }

  // Compacts at once, so that a test can see what is left on the disk in the end.
  private static String settings(Path folder, int port, int meta, String http) {
    return """
        reporting-disabled = true
        bind-address = "127.0.0.1:%2$d"
        [meta]
        dir = "%1$s/meta"
        [data]
        dir = "%1$s/data"
        wal-dir = "%1$s/wal"
        index-version = "tsi1"
        query-log-enabled = false
        cache-snapshot-write-cold-duration = "1s"
        compact-full-write-cold-duration = "1s"
        [monitor]
        store-enabled = false
        [subscriber]
        enabled = false
        [http]
        bind-address = "127.0.0.1:%3$d"
        log-enabled = false
        %4$s
        """
        .formatted(folder, meta, port, http);
  }

  /** Starts it on the same port and files, after a kill. */
  public void startAgain() {
    try {
      process =
          new ProcessBuilder(
                  "influxd", "-config", folder.resolve("influxdb.conf").toString(), "-pidfile", "")
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("influxd.log").toFile()))
              .start();
      awaitAnswer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        request("/ping", null);
        return;
      } catch (UncheckedIOException notYet) {
        pause(20);
      }
    }
    throw new IllegalStateException(
        "influxd did not start: " + Files.readString(folder.resolve("influxd.log")));
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public Path folder() {
    return folder;
  }

  /** Makes a database that no other test has. */
  public InfluxAddress newDatabase() {
    String name = "hongyan " + DATABASES.incrementAndGet();
    query("CREATE DATABASE \"%s\" WITH DURATION INF SHARD DURATION 52w".formatted(name));
    return new InfluxAddress(url(), name, null, null);
  }

  /** Returns the address of a store with its tables in a file of that folder. */
  public static SeriesAddress beside(Path folder, InfluxAddress influx) {
    String file = SeriesAddress.of(folder.resolve("series.db")).database();
    return new SeriesAddress(file, null, null, influx);
  }

  /** Answers an InfluxQL statement as JSON. */
  public String query(String influxQl) {
    return request("/query", "q=" + URLEncoder.encode(influxQl, StandardCharsets.UTF_8));
  }

  /** Answers a statement of a user, where the server asks for one. */
  public String query(String user, String password, String influxQl) {
    return request(
        "/query?u=%s&p=%s".formatted(user, password),
        "q=" + URLEncoder.encode(influxQl, StandardCharsets.UTF_8));
  }

  /** Answers a statement about one database as JSON. */
  public String query(InfluxAddress address, String influxQl) {
    String database = URLEncoder.encode(address.database(), StandardCharsets.UTF_8);
    return request(
        "/query?db=" + database, "q=" + URLEncoder.encode(influxQl, StandardCharsets.UTF_8));
  }

  /** Writes lines past the store, as another program would. */
  public void write(InfluxAddress address, String lines) {
    String database = URLEncoder.encode(address.database(), StandardCharsets.UTF_8);
    request("/write?db=" + database, lines);
  }

  private String request(String path, @Nullable String body) {
    try {
      var request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofMinutes(1));
      if (body != null) {
        request
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/x-www-form-urlencoded");
      }
      return http.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends it as a power cut ends a process: {@code kill -9}. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Stops it from running on ({@code SIGSTOP}): connections stay, nothing is answered. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets it run on. */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void closeAndDelete(Path folder) {
    close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
