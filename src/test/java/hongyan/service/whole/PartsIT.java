package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every part as a process of its own: installed as on a Debian machine, though below a folder,
 * going on from a pilot in one process, started by what the systemd units say, used, struck, and
 * taken down.
 */
class PartsIT {
  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2025-10-01T01:00:00+08:00");
  private static final int HOURS = 1_500;

  private Parts parts;

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
  void goesOnFromAPilotAndAfterTheJobManagerWasKilled() throws Exception {
    parts.call("adopt", runAPilot().toString(), parts.folder());
    parts.call("systemd/run-units", "start", parts.root());
    Program service = parts.service();
    awaitReadings(service, HOURS);
    assertThat(service.get("/api/v1/alerts/violation-F-0").get("state").asString())
        .isEqualTo("acknowledged");
    awaitWholeChain(service, HOURS + 1);
    assertThat(readingsInInfluxDb()).isEqualTo(HOURS);
    assertThat(parts.figuresOfFlink())
        .contains(
            "flink_taskmanager_job_task_operator_series_writeMillis{",
            "flink_taskmanager_job_task_operator_series_writes{");
    awaitAlerts(service, List.of("violation-F-0"));
    await("figures and the finding are in the store")
        .untilAsserted(
            () -> {
              assertThat(service.listAll("/api/v1/air/daily?station=2478A")).isNotEmpty();
              assertThat(rows("hongyan_series", "SERIES_DATABASE_PASSWORD", "finding"))
                  .isEqualTo(1);
            });
    assertThat(rows("hongyan_service", "SERVICE_DATABASE_PASSWORD", "alert")).isPositive();

    awaitCheckpoint(service);
    ProcessHandle killed = parts.process("jobmanager");
    killed.destroyForcibly();
    killed.onExit().join();
    send(service, HOURS);
    parts.call("restart", "jobmanager", parts.folder());
    awaitReadings(service, 2 * HOURS);
    awaitAlerts(service, List.of("violation-F-0", "violation-F-" + HOURS));
    assertThat(readingsInInfluxDb()).isEqualTo(2 * HOURS);
    await("the job says from where it went on")
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(pipelines(service).get("restoredFrom").asString()).contains("chk-"));

    parts.call("systemd/run-units", "stop", parts.root());
    assertThat(parts.running()).isEmpty();
  }

  /** Everything in one process for a while: records, and an alert that somebody works on. */
  private Path runAPilot() throws Exception {
    Path state = Path.of(parts.root(), "pilot");
    try (Program pilot = Program.start(state)) {
      send(pilot, 0);
      awaitAlerts(pilot, List.of("violation-F-0"));
      String step = "{\"to\":\"acknowledged\",\"note\":\"on the way\"}";
      assertThat(
              pilot
                  .post("/api/v1/alerts/violation-F-0/transitions", "application/json", step)
                  .status())
          .isEqualTo(200);
    }
    return state;
  }

  private static void send(Program service, int first) throws Exception {
    String readings =
        IntStream.range(first, first + HOURS)
            .mapToObj(
                hour ->
                    "2478A,%s,PM2.5,%d,µg/m³,N,PT1H"
                        .formatted(FIRST.plusHours(hour), 20 + hour % 30))
            .collect(
                Collectors.joining("\n", "station,time,pollutant,value,unit,flag,averaging\n", ""));
    assertThat(service.post("/api/v1/readings", "text/csv", readings).status()).isEqualTo(202);
    String finding =
        """
        {"findingID":"F-%1$d","conduct":"net","time":"%2$s",
         "position":{"type":"Point","coordinates":[111.62,26.42]},
         "source":"patrol","description":"a net, number %1$d"}
        """
            .formatted(first, FIRST.plusDays(first / 10));
    assertThat(service.post("/api/v1/findings", "application/json", finding).status())
        .isEqualTo(202);
  }

  private static void awaitReadings(Program service, int wanted) {
    await("every acknowledged reading is listed once")
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(service.listAll("/api/v1/readings?station=2478A"))
                    .doesNotHaveDuplicates()
                    .hasSize(wanted));
  }

  /** How far the pipelines are is told with each checkpoint: without one there is a backlog. */
  private static void awaitCheckpoint(Program service) {
    await("a checkpoint has all of it")
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              JsonNode pipelines = pipelines(service);
              assertThat(pipelines.get("checkpointAgeSeconds").isNumber()).isTrue();
              assertThat(pipelines.get("backlog").intValue()).isZero();
            });
  }

  private static void awaitWholeChain(Program service, int records) {
    await("every record is in the chain as it is on the log")
        .untilAsserted(
            () -> {
              JsonNode check =
                  service.post("/api/v1/retention/chain-check", "application/json", "{}").body();
              assertThat(check.get("firstFault").isNull()).isTrue();
              assertThat(check.get("compared").intValue()).isEqualTo(records);
            });
  }

  private static JsonNode pipelines(Program service) throws IOException, InterruptedException {
    return service.get("/actuator/health").at("/components/pipelines/details");
  }

  private static void awaitAlerts(Program service, List<String> wanted) {
    await("every finding has become one alert")
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(service.listAll("/api/v1/alerts?conduct=net"))
                    .extracting(alert -> alert.get("id").asString())
                    .containsExactlyInAnyOrderElementsOf(wanted));
  }

  /** Asks the server itself, and not the service. */
  private long readingsInInfluxDb() throws IOException, InterruptedException {
    return parts.askInfluxDb("SELECT count(\"value\") FROM \"reading\"");
  }

  private long rows(String database, String password, String table) throws Exception {
    String address =
        "jdbc:postgresql://127.0.0.1:%s/%s".formatted(parts.setting("POSTGRESQL_PORT"), database);
    try (var connection = DriverManager.getConnection(address, database, parts.setting(password));
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
