package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Zones from a file into the running pipelines, footprint checks, patrol points, conducts. */
class ZonesIT {
  private static final String SQUARE =
      "[[[112.0,25.70],[112.02,25.70],[112.02,25.72],[112.0,25.72],[112.0,25.70]]]";
  private static final String BOW_TIE =
      "[[[112.0,25.70],[112.02,25.72],[112.02,25.70],[112.0,25.72],[112.0,25.70]]]";
  private static final String IN_THE_SQUARE = "[112.01,25.71]";

  @TempDir static Path state;
  private static Program program;

  @BeforeAll
  static void start() throws Exception {
    program = Program.start(state);
  }

  @AfterAll
  static void end() {
    program.close();
  }

  private static String file(String id, String from, String coordinates) {
    return """
    {"type":"FeatureCollection","features":[{"type":"Feature",
     "properties":{"id":"%s","name":"n","kind":"flyway","validFrom":"%s",
      "seasons":"2026-09-01/2026-11-30 永林发〔2026〕3号"},
     "geometry":{"type":"Polygon","coordinates":%s}}]}"""
        .formatted(id, from, coordinates);
  }

  private static JsonNode take(String options, String file) throws Exception {
    Program.Answer answer =
        program.post("/api/v1/zones/import?geometry=false" + options, "application/geo+json", file);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String outcome(JsonNode account) {
    return account.at("/features/0/outcome").asString();
  }

  private static void report(String id, String time) throws Exception {
    Program.Answer answer =
        program.post(
            "/api/v1/findings",
            "application/json",
            """
            {"findingID":"%s","conduct":"driving-away","time":"%s","source":"patrol",
             "position":{"type":"Point","coordinates":%s}}"""
                .formatted(id, time, IN_THE_SQUARE));
    assertThat(answer.body().get("accepted").asInt()).as("%s", answer.body()).isEqualTo(1);
  }

  private static JsonNode alert(String finding) {
    return await("the alert of " + finding)
        .ignoreExceptions()
        .until(
            () -> program.get("/api/v1/alerts/violation-" + finding), alert -> alert.has("zones"));
  }

  @Test
  void takesAZoneFromAFileIntoTheRunningPipelines() throws Exception {
    assertThat(outcome(take("", file("IT-A", "2026-01-01", SQUARE)))).isEqualTo("takeable");
    assertThat(program.getStatus("/api/v1/zones/IT-A")).as("only a preview").isEqualTo(404);
    assertThat(outcome(take("&dryRun=false", file("IT-A", "2026-01-01", SQUARE))))
        .isEqualTo("taken");
    assertThat(outcome(take("&dryRun=false", file("IT-A", "2026-01-01", SQUARE))))
        .isEqualTo("unchanged");
    program.send(
        "PUT",
        "/api/v1/patrol/points",
        "text/csv",
        "id,kind,lon,lat,cell\nIT-P1,corridor,112.011,25.711,IT-G1\n");

    report("it-in-season", "2026-10-01T20:00:00+08:00");
    report("it-out-of-season", "2026-07-01T20:00:00+08:00");
    report("it-before-the-zone", "2025-10-01T20:00:00+08:00");

    JsonNode inSeason = alert("it-in-season");
    assertThat(inSeason.get("grade").asString()).isEqualTo("grave");
    assertThat(inSeason.at("/zones/0/id").asString()).isEqualTo("IT-A");
    assertThat(inSeason.at("/patrol/point").asString()).isEqualTo("IT-P1");
    assertThat(inSeason.at("/patrol/cell").asString()).isEqualTo("IT-G1");
    assertThat(inSeason.at("/legal/national").toString()).contains("第二十条第二款");
    assertThat(alert("it-out-of-season").get("grade").asString()).isEqualTo("serious");
    assertThat(program.getStatus("/api/v1/alerts/violation-it-before-the-zone"))
        .as("judged by the map of its own day")
        .isEqualTo(404);
  }

  @Test
  void mendsAPolygonOnlyWhenSomebodySaysSo() throws Exception {
    String file = file("IT-B", "2026-01-01", BOW_TIE);
    JsonNode preview = take("", file);
    assertThat(outcome(preview)).isEqualTo("mendable");
    assertThat(preview.at("/features/0/faults/0/rule").asString()).isEqualTo("self-crossing");
    assertThat(preview.at("/features/0/repair/hectares").asDouble()).isPositive();
    assertThat(outcome(take("&dryRun=false", file))).isEqualTo("refused");
    assertThat(outcome(take("&dryRun=false&repair=1", file))).isEqualTo("repaired");
    assertThat(program.get("/api/v1/zones/IT-B").at("/properties/origin/repaired").asString())
        .contains("Self-intersection", "GeometryFixer");
  }

  @Test
  void givesTheMapOfAnyDayByKindAndBounds() throws Exception {
    take("&dryRun=false", file("IT-C", "2026-02-01", SQUARE));
    String bounds = "&bbox=111.99,25.69,112.005,25.705";
    assertThat(program.get("/api/v1/zones?at=2026-03-01&kind=flyway" + bounds).toString())
        .contains("IT-C");
    assertThat(program.get("/api/v1/zones?at=2026-01-15&kind=flyway" + bounds).toString())
        .doesNotContain("IT-C");
    assertThat(program.get("/api/v1/zones?at=2026-03-01&kind=habitat" + bounds).toString())
        .doesNotContain("IT-C");
    assertThat(program.get("/api/v1/zones?at=2026-03-01&bbox=111,25,111.1,25.1").toString())
        .doesNotContain("IT-C");
    assertThat(program.getStatus("/api/v1/zones?bbox=1,2,3")).isEqualTo(400);
    assertThat(program.getStatus("/api/v1/zones?kind=park")).isEqualTo(400);
  }

  @Test
  void refusesWhatIsNoFileOfPolygonsByName() throws Exception {
    Program.Answer answer =
        program.post("/api/v1/zones/import", "application/geo+json", "not a map");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/rule").asString()).isEqualTo("unknown-format");
  }

  @Test
  void checksAFootprintAndKeepsTheCheck() throws Exception {
    take("&dryRun=false", file("IT-D", "2026-01-01", SQUARE));
    String road =
        """
        {"id":"%s","project":"测试公路","bufferMetres":20,
         "geometry":{"type":"LineString","coordinates":[[111.99,25.71],[112.03,25.71]]}}""";
    Program.Answer answer =
        program.post(
            "/api/v1/zones/footprint-check?at=2026-10-01",
            "application/json",
            road.formatted("IT-ROAD"));
    assertThat(answer.body().get("verdict").asString()).isEqualTo("avoid");
    JsonNode zone =
        answer
            .body()
            .get("zones")
            .valueStream()
            .filter(each -> each.get("id").asString().equals("IT-D"))
            .findFirst()
            .orElseThrow();
    assertThat(zone.get("metresInside").asDouble()).isBetween(2_000.0, 2_020.0);
    assertThat(zone.at("/seasons/0/document").asString()).isEqualTo("永林发〔2026〕3号");
    assertThat(answer.body().get("provisions").toString()).contains("816");
    assertThat(program.get("/api/v1/zones/footprint-checks/IT-ROAD").get("geometrySha256"))
        .isEqualTo(answer.body().get("geometrySha256"));
    assertThat(program.getStatus("/api/v1/zones/footprint-checks/IT-ROAD?format=html"))
        .isEqualTo(200);
    assertThat(program.get("/api/v1/zones/footprint-checks?verdict=avoid").toString())
        .contains("IT-ROAD");
    Program.Answer other =
        program.post(
            "/api/v1/zones/footprint-check?at=2026-10-02",
            "application/json",
            road.formatted("IT-ROAD"));
    assertThat(other.status()).as("another day under the same number").isEqualTo(409);
  }

  @Test
  void putsAnAssessmentOnFileAndFindsItByZoneAndDay() throws Exception {
    String body =
        """
        {"project":"P","document":"D-1","zones":["FLY-LANSHAN-NANFENGAO"],
         "validFrom":"2026-01-01T00:00:00+08:00","validTo":"2027-01-01T00:00:00+08:00"}""";
    assertThat(program.send("PUT", "/api/v1/assessments/IT-1", "application/json", body).status())
        .isEqualTo(200);
    String question = "/api/v1/assessments?zone=FLY-LANSHAN-NANFENGAO&at=";
    assertThat(program.get(question + "2026-05-01").toString()).contains("IT-1");
    assertThat(program.get(question + "2027-05-01").toString()).doesNotContain("IT-1");
    Program.Answer wrong =
        program.send(
            "PUT",
            "/api/v1/assessments/IT-2",
            "application/json",
            body.replace("FLY-LANSHAN-NANFENGAO", "NONE").replace("D-1", ""));
    assertThat(wrong.body().get("errors").toString()).contains("unknown-zone", "document");
  }

  @Test
  void givesEachConductTheLawOfADay() throws Exception {
    JsonNode then = program.get("/api/v1/conducts/net?at=2026-08-14");
    JsonNode now = program.get("/api/v1/conducts/net?at=2026-08-15");
    assertThat(then.get("prohibitions").toString()).doesNotContain("817");
    assertThat(now.get("prohibitions").toString()).contains("817");
    assertThat(now.at("/tools/0/bannedBy").toString()).contains("national", "code", "local");
    assertThat(program.get("/api/v1/conducts").get("items").size()).isEqualTo(35);
  }
}
