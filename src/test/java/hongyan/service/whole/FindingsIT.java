package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two sets of reports, one of patrols and one of markets, go in over HTTP and come out as the
 * alerts that {@code findings/expected.csv} names: of that item and grade, authorised, none, or
 * refused.
 */
class FindingsIT {
  @TempDir Path state;

  /** One line of the table; item and grade are empty where there is no alert to have them. */
  private record Expected(String id, String outcome, String item, String grade) {}

  @Test
  void judgesEachReportAsTheTableSays() throws Exception {
    List<Expected> table = table();
    try (Program program = Program.start(state)) {
      List<String> refused = new ArrayList<>();
      for (String set : List.of("patrol.ndjson", "market.ndjson")) {
        Program.Answer answer =
            program.post("/api/v1/findings", "application/x-ndjson", resource(set));
        assertThat(answer.status()).isEqualTo(202);
        List<String> lines = resource(set).lines().toList();
        answer
            .body()
            .get("errors")
            .forEach(error -> refused.add(idOf(lines.get(error.get("line").asInt() - 1))));
      }
      assertThat(refused).containsExactlyInAnyOrderElementsOf(ids(table, "rejected"));
      awaitTheEnd(program);
      List<String> expected =
          table.stream()
              .filter(row -> List.of("lead", "authorised").contains(row.outcome()))
              .map(row -> "violation-" + row.id())
              .toList();
      await("the alerts are as the table says")
          .untilAsserted(
              () -> {
                Map<String, JsonNode> alerts = alerts(program);
                assertThat(alerts.keySet()).containsExactlyInAnyOrderElementsOf(expected);
                table.forEach(row -> assertAlert(row, alerts.get("violation-" + row.id())));
              });
      assertThat(program.listAll("/api/v1/rejects?door=http"))
          .extracting(reject -> idOf(reject.get("raw").asString()))
          .containsAll(ids(table, "rejected"));
    }
  }

  private static void assertAlert(Expected row, JsonNode alert) {
    if (alert != null) {
      assertThat(alert.get("item").asString()).as(row.id()).isEqualTo(row.item());
      assertThat(alert.get("authorised").asBoolean())
          .as(row.id())
          .isEqualTo(row.outcome().equals("authorised"));
      if (!row.grade().isEmpty()) {
        assertThat(alert.get("grade").asString()).as(row.id()).isEqualTo(row.grade());
      }
      assertThat(alert.at("/legal/article").asInt()).isEqualTo(7);
      assertThat(alert.get("grounds").valueStream().map(ground -> ground.path("record").asString()))
          .contains("finding/" + row.id());
    }
  }

  private static void awaitTheEnd(Program program) {
    await("the pipelines have worked through everything")
        .ignoreExceptions()
        .until(
            () ->
                program
                        .get("/actuator/health")
                        .at("/components/pipelines/details/backlog")
                        .asLong(-1)
                    == 0);
  }

  private static Map<String, JsonNode> alerts(Program program)
      throws IOException, InterruptedException {
    Map<String, JsonNode> alerts = new HashMap<>();
    program
        .listAll("/api/v1/alerts?kind=violation")
        .forEach(alert -> alerts.put(alert.get("id").asString(), alert));
    return alerts;
  }

  private static List<String> ids(List<Expected> table, String outcome) {
    return table.stream().filter(row -> row.outcome().equals(outcome)).map(Expected::id).toList();
  }

  private static String idOf(String line) {
    return line.replaceAll(".*\"findingID\": \"([^\"]+)\".*", "$1");
  }

  private static List<Expected> table() throws IOException {
    return resource("expected.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> new Expected(cells[0], cells[1], cells[2], cells[3]))
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = FindingsIT.class.getResourceAsStream("/findings/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
