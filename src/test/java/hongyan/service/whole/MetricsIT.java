package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What monitoring is told of a running service, and that the dashboard asks for nothing else. */
class MetricsIT {
  private static final Pattern METRIC = Pattern.compile("\\b(hongyan|http|jvm)_[a-z_]+\\b");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path state;

  @Test
  void tellsWhatCameWhatWasRefusedAndHowLateTheWorkIs() throws Exception {
    try (Program program = Program.start(state)) {
      send(program);
      await("the records are worked through and a checkpoint says so")
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                String told = program.getText("/actuator/prometheus");
                assertThat(value(told, "hongyan_backlog_records")).isZero();
                assertThat(value(told, "hongyan_alerts{state=\"new\"}")).isEqualTo(1);
                assertThat(
                        value(
                            told,
                            "hongyan_series_written_total{operator=\"to-readings\",subtask=\"0\"}"))
                    .isEqualTo(2);
              });
      String told = program.getText("/actuator/prometheus");
      assertThat(value(told, "hongyan_records_total{topic=\"readings\"}")).isEqualTo(2);
      assertThat(value(told, "hongyan_records_total{topic=\"findings\"}")).isEqualTo(1);
      assertThat(
              value(
                  told,
                  "hongyan_rejects_total{door=\"http\",kind=\"reading\",rule=\"unknown-station\"}"))
          .isEqualTo(1);
      assertThat(value(told, "hongyan_checkpoint_age_seconds")).isBetween(0.0, 60.0);
      assertThat(metricsOf(dashboard())).isNotEmpty().allMatch(told::contains);
      assertThat(health(program, "log")).isEqualTo("UP");
      assertThat(health(program, "series")).isEqualTo("UP");
      assertThat(Files.readAllLines(state.resolve("hongyan.log")))
          .filteredOn(line -> line.endsWith("}")) // the last one may be half written
          .map(JSON::readTree)
          .anyMatch(
              line ->
                  line.path("message").asString().equals("records were refused")
                      && line.path("firstRule").asString().equals("unknown-station"));
    }
  }

  private static void send(Program program) throws IOException, InterruptedException {
    String readings =
        """
        station,time,pollutant,value,unit,flag,averaging
        2478A,2025-10-01T01:00:00+08:00,PM2.5,20,µg/m³,N,PT1H
        2478A,2025-10-01T02:00:00+08:00,PM2.5,21,µg/m³,N,PT1H
        nowhere,2025-10-01T02:00:00+08:00,PM2.5,21,µg/m³,N,PT1H
        """;
    String finding =
        """
        {"findingID":"F-1","conduct":"net","time":"2025-10-01T03:00:00+08:00","source":"patrol",
         "position":{"type":"Point","coordinates":[111.62,26.42]},"description":"a net"}
        """;
    assertThat(program.post("/api/v1/readings", "text/csv", readings).status()).isEqualTo(202);
    assertThat(program.post("/api/v1/findings", "application/json", finding).status())
        .isEqualTo(202);
  }

  private static String health(Program program, String part)
      throws IOException, InterruptedException {
    return program.get("/actuator/health").at("/components/" + part + "/status").asString();
  }

  private static String dashboard() throws IOException {
    JsonNode panels =
        JSON.readTree(Files.readString(Path.of("../deploy/grafana/hongyan.json"))).get("panels");
    return panels.findValuesAsString("expr").toString();
  }

  private static Set<String> metricsOf(String expressions) {
    return METRIC
        .matcher(expressions)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  /** Returns the value of a line of Prometheus's text form, or -1 when it is not there. */
  private static double value(String told, String metric) {
    return told.lines()
        .filter(line -> line.startsWith(metric + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(-1);
  }
}
