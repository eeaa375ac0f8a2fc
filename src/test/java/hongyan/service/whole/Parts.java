package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The parts as {@code deploy/systemd/install} lays them out, below a temporary folder. */
final class Parts {
  private static final int PORTS = 13;
  private static final int FLINK_PROCESSES = 3;
  private static final Pattern NUMBER = Pattern.compile(",(\\d+)\\]");

  private final Path root;
  private final Path scripts;

  private Parts(Path root, Path scripts) {
    this.root = root;
    this.scripts = scripts;
  }

  /** Returns the names of the programs that the parts need and this machine has not. */
  static List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!Files.isExecutable(Path.of("/usr/bin/influxd"))) {
      missing.add("influxdb");
    }
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      missing.add("postgresql");
    }
    return missing;
  }

  /** Lays the built checkout out below a new folder, with a blank in its name. */
  static Parts install() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("hongyan-parts");
    // Where we are root, PostgreSQL runs as somebody else, who has to get through.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path scripts = Path.of(System.getProperty("hongyan.deploy"));
    Parts parts = new Parts(folder.resolve("a machine"), scripts);
    parts.call("systemd/install", "--root", parts.root(), "--port-base", "" + freePorts());
    return parts;
  }

  private static int freePorts() {
    return Stream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 32_000))
        .filter(base -> Stream.iterate(base, p -> p + 1).limit(PORTS).allMatch(Parts::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  String root() {
    return root.toString();
  }

  /** Returns the folder that all is kept in. */
  String folder() {
    return root.resolve("var/lib/hongyan").toString();
  }

  /** Calls a script and returns once it has ended; it has to end well. */
  void call(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(scripts.resolve(script).toString()));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile("hongyan-said", ".txt");
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    process.environment().put("JDK_JAVA_OPTIONS", Program.IN_HASTE);
    int code = process.start().waitFor();
    String text = Files.readString(said);
    Files.delete(said);
    assertThat(code).as("%s%n%s", command, text).isZero();
  }

  String setting(String name) throws IOException {
    return Files.readAllLines(Path.of(folder(), "parts.env")).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no setting " + name));
  }

  ProcessHandle process(String part) throws IOException {
    String pid = Files.readString(Path.of(folder(), "run", part + ".pid")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** Returns the parts that have a pid file. */
  List<String> running() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder(), "run"))) {
      return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".pid")).toList();
    }
  }

  Program service() throws IOException {
    return Program.running(
        process("service"),
        URI.create("http://127.0.0.1:" + setting("SERVICE_PORT")),
        Files.readString(Path.of(folder(), "state/admin-token")).strip());
  }

  /** Returns what the Flink processes tell Prometheus, all in one. */
  String figuresOfFlink() throws IOException, InterruptedException {
    int first = Integer.parseInt(setting("FLINK_METRICS_PORT"));
    StringBuilder told = new StringBuilder();
    for (int port = first; port < first + FLINK_PROCESSES; port++) {
      URI address = URI.create("http://127.0.0.1:" + port + "/metrics");
      HttpRequest request = HttpRequest.newBuilder(address).build();
      told.append(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    }
    return told.toString();
  }

  /** Returns the one number that InfluxDB answers a query with. */
  long askInfluxDb(String query) throws IOException, InterruptedException {
    String login = "hongyan:" + setting("INFLUXDB_PASSWORD");
    URI address =
        URI.create(
            "http://127.0.0.1:%s/query?db=hongyan&q=%s"
                .formatted(
                    setting("INFLUXDB_PORT"), URLEncoder.encode(query, StandardCharsets.UTF_8)));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .build();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    Matcher number = NUMBER.matcher(answer);
    assertThat(number.find()).as(answer).isTrue();
    return Long.parseLong(number.group(1));
  }

  /** Stops what still runs and takes the folder away. */
  void remove() throws IOException, InterruptedException {
    call("down", folder());
    FileSystemUtils.deleteRecursively(root.getParent());
  }
}
