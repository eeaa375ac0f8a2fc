package hongyan.benchmarks.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Everything in one process, on a state folder, with the options that the launcher gives it. */
final class OneProcess implements Layout {
  private final Path jar;
  private final Path state;
  private final Path out;
  private final Map<String, String> environment;
  private final int port;
  private Process process;

  private OneProcess(Path jar, Path state, Path out, Map<String, String> environment)
      throws IOException {
    this.jar = jar;
    this.state = state;
    this.out = out;
    this.environment = environment;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    this.process = launch();
  }

  /**
   * Starts it on {@code state}.
   *
   * @param target the folder of the benchmarks' own output, from which the program is found
   * @param environment variables that the process gets beside ours
   */
  static OneProcess start(Path state, Path target, Map<String, String> environment)
      throws IOException {
    Path jar = target.resolve("../../src/target/hongyan.jar").normalize();
    return new OneProcess(jar, state, target.resolve("one-process.txt"), environment);
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx640m", "-XX:+UseSerialGC", "-jar", jar.toString(), "serve"));
    command.addAll(List.of("--port", String.valueOf(port), "--hj212-port", "0"));
    command.addAll(List.of("--state", state.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile())).start();
  }

  @Override
  public String name() {
    return "one process";
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public String token() throws IOException {
    return Files.readString(state.resolve("admin-token")).strip();
  }

  @Override
  public ProcessHandle process(String part) {
    return process.toHandle();
  }

  @Override
  public void restart(String part) throws IOException, InterruptedException {
    process.waitFor();
    process = launch();
  }

  @Override
  public Map<String, Path> stores() {
    Map<String, Path> stores = new LinkedHashMap<>();
    stores.put("the log", state.resolve("log"));
    stores.put("series (SQLite)", state.resolve("series.db"));
    stores.put("chain", state.resolve("chain.db"));
    stores.put("checkpoints", state.resolve("checkpoints"));
    return stores;
  }

  @Override
  public void end() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
