package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A figure of the report can be got again: its query, run as it stands, gives the same. */
class QueriesIT {
  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2025-10-01T01:00:00+08:00");
  private static final int DAYS = 3;
  private static final List<String> STATIONS = List.of("2477A", "2478A", "2479A", "2480A", "2481A");

  @TempDir Path state;

  @Test
  void everyQueryGivesItsFigureAgain() throws Exception {
    try (Program program = Program.start(state)) {
      sendAir(program);
      sendFinding(program);
      sendProblems(program);
      await("a day's AQI and a lead")
          .untilAsserted(
              () -> {
                JsonNode rate = program.get("/api/v1/inspection/targets/good-day-rate-2025");
                assertThat(rate.at("/basis/count").asInt()).isEqualTo(DAYS);
                assertThat(actual(program, "leads-item-1-2025")).isEqualByComparingTo("1");
              });
      // A figure that changes between the two questions is asked for again.
      await("every figure and its query agree")
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> assertAgree(program));
    }
  }

  private static void assertAgree(Program program) throws Exception {
    List<String> checked = new ArrayList<>();
    for (String list :
        List.of("period=2025", "period=2025-Q4", "period=2025-10&county=431103", "period=2024")) {
      checked.addAll(check(program, list));
    }
    assertThat(checked)
        .contains(
            "pm25-mean-2025",
            "pm25-mean-2025-Q4",
            "good-day-rate-2025-10-431103",
            "leads-item-1-2025",
            "daily-reviews-2025",
            "blue-sky-enterprises",
            "listed-problems-closed");
  }

  private static List<String> check(Program program, String list) throws Exception {
    List<String> checked = new ArrayList<>();
    for (JsonNode target :
        program.get("/api/v1/inspection/targets?limit=1000&" + list).get("items")) {
      if (target.hasNonNull("records")) {
        String records = target.get("records").asString();
        assertThat(program.getStatus(records)).as(records).isEqualTo(200);
      }
      if (!target.get("basis").isNull()) {
        String id = target.get("id").asString();
        BigDecimal again = run(program, target.at("/basis/query"));
        JsonNode figure = target.get("actual");
        if (figure.isNull()) {
          assertThat(again == null || again.signum() == 0).as(id).isTrue();
        } else {
          assertThat(again).as(id).isEqualByComparingTo(new BigDecimal(figure.asString()));
          checked.add(id);
        }
      }
    }
    return checked;
  }

  /** Runs a query as docs/inspection.md tells its readers to. */
  private static BigDecimal run(Program program, JsonNode query) throws Exception {
    BigDecimal sum = null;
    for (JsonNode url : query.get("urls")) {
      String address = url.asString();
      String fold = query.get("fold").asString();
      String pointer = query.get("pointer").asString();
      if (fold.equals("size")) {
        sum = BigDecimal.valueOf(size(program, address, pointer));
      } else {
        JsonNode found = program.get(address).at(pointer);
        if (fold.equals("true")) {
          BigDecimal one = found.asBoolean(false) ? BigDecimal.ONE : BigDecimal.ZERO;
          sum = sum == null ? one : sum.add(one);
        } else if (!found.isNull() && !found.isMissingNode()) {
          sum = new BigDecimal(found.asString());
        }
      }
    }
    return sum;
  }

  private static int size(Program program, String address, String pointer) throws Exception {
    int size = 0;
    String cursor = "";
    while (true) {
      JsonNode page = program.get(address + cursor);
      size += page.at(pointer).size();
      JsonNode next = page.isObject() ? page.get("next") : null;
      if (next == null || next.isNull()) {
        return size;
      }
      cursor = "&cursor=" + next.asString();
    }
  }

  private static BigDecimal actual(Program program, String id) throws Exception {
    JsonNode figure = program.get("/api/v1/inspection/targets/" + id).get("actual");
    return figure.isNull() ? null : new BigDecimal(figure.asString());
  }

  private static void sendAir(Program program) throws Exception {
    List<String> stations = evaluationStations(program);
    StringBuilder body = new StringBuilder("station,time,pollutant,value,unit,flag,averaging\n");
    for (int hour = 0; hour < 24 * DAYS; hour++) {
      for (String station : stations) {
        for (String pollutant : List.of("PM2.5", "PM10", "SO2", "NO2", "O3", "CO")) {
          boolean co = pollutant.equals("CO");
          body.append(
              "%s,%s,%s,%s,%s,N,PT1H%n"
                  .formatted(
                      station,
                      FIRST.plusHours(hour),
                      pollutant,
                      co ? "0.7" : Integer.toString(20 + hour % 37),
                      co ? "mg/m³" : "µg/m³"));
        }
      }
    }
    var answer = program.post("/api/v1/readings", "text/csv", body.toString());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    assertThat(answer.body().get("rejected").asInt()).isZero();
  }

  /** The city's figures need every one of them. */
  private static List<String> evaluationStations(Program program) throws Exception {
    List<String> stations = new ArrayList<>();
    for (JsonNode feature : program.get("/api/v1/stations").get("features")) {
      JsonNode station = feature.get("properties");
      if (station.path("role").asString("").equals("evaluation")) {
        stations.add(station.get("id").asString());
      }
    }
    assertThat(stations).isNotEmpty();
    return stations;
  }

  private static void sendFinding(Program program) throws Exception {
    String finding =
        """
        {"findingID":"q-1","conduct":"net","time":"2025-10-22T05:10:00+08:00",
         "position":{"type":"Point","coordinates":[112.0942,25.2584]},"source":"patrol",
         "description":"粘网"}
        """;
    assertThat(program.post("/api/v1/findings", "application/json", finding).status())
        .isEqualTo(202);
  }

  private static void sendProblems(Program program) throws Exception {
    String ledger =
        """
        专项行动,县市区,企业名称,存在问题,发现时间,处理方式,整改期限,整改状态,佐证材料
        守护蓝天行动,道县,甲厂,扬尘,2024-09-01,立行立改,,已整改,
        守护蓝天行动,道县,甲厂,裸土,2024-09-02,限期整改,2024-12-31,整改中,
        中央环保督察,东安县,,锑超标,2021-06-01,限期整改,2024-12-31,已销号,销号表
        警示片,道县,,尾矿,2022-06-01,限期整改,2024-12-31,整改中,
        """;
    var answer =
        program.post("/api/v1/inspection/problems/import?dryRun=false", "text/csv", ledger);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().get("added").asInt()).isEqualTo(4);
  }
}
