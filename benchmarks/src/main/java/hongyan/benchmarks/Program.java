package hongyan.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The delivered program as a process, with the options that its launcher gives it. */
final class Program implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/api");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Process process;
  private final URI address;
  private final String token;

  private Program(Process process, URI address, String token) {
    this.process = process;
    this.address = address;
    this.token = token;
  }

  /** Starts it on a free port and an empty state folder; returns once it says that it is ready. */
  static Program start(Path state, Path target) throws IOException, InterruptedException {
    Path out = target.resolve("service.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "-jar",
                target.resolve("../../src/target/hongyan.jar").toString(),
                "serve",
                "--port",
                "0",
                "--state",
                state.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    Matcher said = ADDRESS.matcher(Files.readString(out));
    while (!said.find()) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        process.destroyForcibly();
        throw new IllegalStateException("the service did not start: " + Files.readString(out));
      }
      Thread.sleep(100);
      said = ADDRESS.matcher(Files.readString(out));
    }
    String token = Files.readString(state.resolve("admin-token")).strip();
    return new Program(process, URI.create(said.group(1)), token);
  }

  /** Returns the token of the first start, which may do everything. */
  String token() {
    return token;
  }

  /** Begins a request for a path of it, by that token. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token);
  }

  URI address() {
    return address;
  }

  /** Returns the processor time that it has used since its start, or 0 where that is not told. */
  double processorSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(30, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly())
        .join();
  }
}
