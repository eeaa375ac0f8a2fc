package hongyan.benchmarks.parts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Each part a process of its own, brought up by {@code deploy/up} on one machine. */
final class Parts implements Layout {
  private final Path deploy;
  private final Path folder;
  private final Map<String, String> settings;
  private final Map<String, String> environment;

  private Parts(Path deploy, Path folder, Map<String, String> environment) throws IOException {
    this.deploy = deploy;
    this.folder = folder;
    this.environment = environment;
    this.settings = settings(folder.resolve("parts.env"));
  }

  /**
   * Brings all parts up in {@code folder}.
   *
   * @param target the folder of the benchmarks' own output, from which the scripts are found
   * @param environment variables that the processes get beside ours
   */
  static Parts start(Path folder, Path target, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path deploy = target.resolve("../../deploy").normalize();
    call(deploy, environment, "up", folder.toString());
    return new Parts(deploy, folder, environment);
  }

  /** Starts a part again, and from now on every part with these variables instead. */
  Parts restart(String part, Map<String, String> environment)
      throws IOException, InterruptedException {
    Parts changed = new Parts(deploy, folder, environment);
    changed.restart(part);
    return changed;
  }

  private static Map<String, String> settings(Path file) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        settings.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return settings;
  }

  private static void call(
      Path deploy, Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(deploy.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(command + " ended with " + code);
    }
  }

  /** Returns a setting of the parts. */
  String setting(String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }

  @Override
  public String name() {
    return "parts";
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + setting("SERVICE_PORT"));
  }

  @Override
  public String token() throws IOException {
    return Files.readString(folder.resolve("state/admin-token")).strip();
  }

  @Override
  public ProcessHandle process(String part) throws IOException {
    String pid = Files.readString(folder.resolve("run/" + part + ".pid")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  @Override
  public void restart(String part) throws IOException, InterruptedException {
    call(deploy, environment, "restart", part, folder.toString());
  }

  @Override
  public Map<String, Path> stores() {
    Map<String, Path> stores = new LinkedHashMap<>();
    stores.put("the log (Kafka)", folder.resolve("broker"));
    stores.put("readings, figures, counts (InfluxDB)", folder.resolve("influxdb"));
    stores.put("PostgreSQL", folder.resolve("postgresql"));
    stores.put("chain", folder.resolve("state/chain.db"));
    stores.put("checkpoints", folder.resolve("checkpoints"));
    return stores;
  }

  @Override
  public void end() throws IOException, InterruptedException {
    call(deploy, environment, "down", folder.toString());
  }
}
