package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.records.Topics;
import hongyan.service.log.RawLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job on a real Flink cluster, with records that come all the while: stopped with a savepoint,
 * moved to one thread and back to two, struck at a task manager, fed what it cannot read. Every
 * record is there once.
 */
class ClusterIT {
  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2025-10-01T01:00:00+08:00");
  private static final int HOURS_A_BODY = 24;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private Parts parts;
  private int sent;

  @BeforeEach
  void install() throws Exception {
    List<String> missing = Parts.missing();
    assumeTrue(missing.isEmpty(), () -> "skipped: no " + missing + " on this machine");
    parts = Parts.install();
  }

  @AfterEach
  void takeDown() throws Exception {
    if (parts != null) {
      parts.remove();
    }
  }

  @Test
  void keepsEachRecordOnceWhileTheJobIsStoppedMovedAndStruck() throws Exception {
    report("all parts up", () -> parts.call("up", parts.folder()));
    Program service = parts.service();
    send(service, 20);
    awaitHealth(service, "UP");

    report("stop with savepoint", () -> job("stop"));
    say("bytes of the savepoint", String.valueOf(savepointBytes()));
    send(service, 10);
    assertThat(health(service).get("status").asString()).isEqualTo("DEGRADED");
    parts.call("restart", "service", parts.folder());
    service = parts.service();
    assertThat(health(service).at("/details/job").asString()).isEqualTo("FINISHED");
    send(service, 10);
    assertThat(service.getStatus("/actuator/health/readiness")).isEqualTo(200);

    report("start from savepoint", () -> job("start"));
    awaitThreads(2);
    report("rescale 2 to 1", () -> job("rescale", "1"));
    awaitThreads(1);
    awaitHealth(service, "UP");
    send(service, 10);
    writeUnreadable();
    report("rescale 1 to 2", () -> job("rescale", "2"));
    awaitThreads(2);
    awaitHealth(service, "UP");
    assertThat(health(service).at("/details/restoredFrom").asString()).startsWith("savepoint");

    send(service, 10);
    strike(service);
    awaitAll(service);
    assertThat(health(service).at("/details/restoredFrom").asString()).startsWith("chk-");
    assertThat(health(service).at("/details/checkpointAgeSeconds").asLong()).isBetween(-5L, 120L);
    awaitUnreadable(service);
  }

  /** Kills a task manager while records come, and starts another: there is no slot to spare. */
  private void strike(Program service) throws Exception {
    ProcessHandle killed = parts.process("taskmanager-1");
    long at = System.nanoTime();
    killed.destroyForcibly();
    killed.onExit().join();
    send(service, 10);
    await("the job is known not to run")
        .ignoreExceptions()
        .until(() -> !health(service).get("status").asString().equals("UP"));
    parts.call("restart", "taskmanager-1", parts.folder());
    say("seconds from kill to a new task manager", seconds(at));
    awaitThreads(2);
    awaitHealth(service, "UP");
    say("seconds from kill to running again", seconds(at));
    send(service, 10);
  }

  private void send(Program service, int bodies) throws Exception {
    for (int body = sent; body < sent + bodies; body++) {
      assertThat(service.post("/api/v1/readings", "text/csv", readings(body)).status())
          .isEqualTo(202);
      assertThat(service.post("/api/v1/findings", "application/json", finding(body)).status())
          .isEqualTo(202);
    }
    sent += bodies;
  }

  private static String readings(int body) {
    return IntStream.range(0, HOURS_A_BODY)
        .mapToObj(
            hour ->
                "2478A,%s,PM2.5,%d,µg/m³,N,PT1H"
                    .formatted(
                        FIRST.plusHours((long) body * HOURS_A_BODY + hour),
                        20 + (body + hour) % 30))
        .collect(
            Collectors.joining("\n", "station,time,pollutant,value,unit,flag,averaging\n", "\n"));
  }

  private static String finding(int body) {
    return """
        {"findingID":"F-%1$d","conduct":"net","time":"%2$s",
         "position":{"type":"Point","coordinates":[111.62,26.42]},
         "source":"patrol","description":"a net, number %1$d"}
        """
        .formatted(body, FIRST.plusHours((long) body * HOURS_A_BODY + 3));
  }

  private void writeUnreadable() throws IOException {
    String broker = "127.0.0.1:" + parts.setting("BROKER_PORT");
    try (RawLog log = new RawLog(LogConnection.plain(broker))) {
      log.write(Topics.READINGS, 0, "x", null, new byte[] {(byte) 0xff, 0});
      log.write(Topics.READINGS, "2478A", "2", "{\"station\":\"2478A\"}");
      log.write(Topics.ALERTS, "x", "1", "no alert");
      log.write(Topics.REFERENCE, "station/x", "1", "{\"id\":\"x\"}");
    }
  }

  private static void awaitUnreadable(Program service) {
    await("what could not be read is listed")
        .untilAsserted(
            () ->
                assertThat(service.listAll("/api/v1/rejects?door=log"))
                    .extracting(
                        reject ->
                            reject.get("kind").asString() + " " + reject.get("rule").asString())
                    .containsExactlyInAnyOrder(
                        "reading unreadable-on-log",
                        "reading schema-from-the-future",
                        "alert unreadable-on-log",
                        "reference unreadable-on-log"));
  }

  private void awaitAll(Program service) {
    Set<String> alerts = new HashSet<>();
    IntStream.range(0, sent).forEach(body -> alerts.add("violation-F-" + body));
    await("every record is there once")
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              assertThat(ids(service, "/api/v1/readings?station=2478A", "time"))
                  .doesNotHaveDuplicates()
                  .hasSize(sent * HOURS_A_BODY);
              assertThat(ids(service, "/api/v1/alerts?conduct=net", "id"))
                  .containsExactlyInAnyOrderElementsOf(alerts);
            });
  }

  private static List<String> ids(Program service, String path, String field) throws Exception {
    return service.listAll(path).stream().map(each -> each.get(field).asString()).toList();
  }

  private static JsonNode health(Program service) throws IOException, InterruptedException {
    return service.get("/actuator/health").at("/components/pipelines");
  }

  private static void awaitHealth(Program service, String status) {
    await("the pipelines are " + status)
        .ignoreExceptions()
        .until(() -> health(service).get("status").asString().equals(status));
  }

  /** Waits until all tasks of the job run, the widest of them on so many threads. */
  private void awaitThreads(int threads) {
    await(threads + " threads")
        .ignoreExceptions()
        .until(
            () -> {
              JsonNode job = onlyRunning(flink("/jobs/overview").get("jobs"));
              List<JsonNode> tasks =
                  flink("/jobs/" + job.get("jid").asString())
                      .get("vertices")
                      .valueStream()
                      .toList();
              return tasks.stream().allMatch(t -> t.get("status").asString().equals("RUNNING"))
                  && tasks.stream().mapToInt(t -> t.get("parallelism").asInt()).max().orElse(0)
                      == threads;
            });
  }

  private static JsonNode onlyRunning(JsonNode jobs) {
    return jobs.valueStream()
        .filter(job -> job.get("state").asString().equals("RUNNING"))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode flink(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:%s%s".formatted(parts.setting("FLINK_PORT"), path));
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  private void job(String... words) throws IOException, InterruptedException {
    parts.call(
        "job", Stream.concat(Stream.of(parts.folder()), Stream.of(words)).toArray(String[]::new));
  }

  private long savepointBytes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(parts.folder(), "savepoints"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Something that is done to the parts. */
  private interface Step {
    void run() throws Exception;
  }

  private static void report(String what, Step step) throws Exception {
    long at = System.nanoTime();
    step.run();
    say("seconds: " + what, seconds(at));
  }

  private static void say(String what, String figure) {
    System.out.printf("ClusterIT: %s: %s%n", what, figure);
  }

  private static String seconds(long since) {
    return "%.1f".formatted(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) / 1_000.0);
  }
}
