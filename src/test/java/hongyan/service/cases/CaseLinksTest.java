package hongyan.service.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import hongyan.geo.place.Position;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.alerts.AlertsFixture;
import hongyan.service.alerts.Cases;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.errors.ErrorsFixture;
import hongyan.service.secrets.KeyFile;
import hongyan.service.secrets.Openings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@OnBothDatabases
class CaseLinksTest {
  private static final String API = "/api/v1/alerts/";
  private static final Position FAR = new Position(112.25, 25.20);

  @TempDir private Path folder;
  private JdbcClient jdbc;
  private AlertsFixture alerts;
  private Openings openings;
  private MockMvc mvc;

  @BeforeEach
  void open() {
    jdbc = Cases.database(folder);
    var clock = new Cases.Moving();
    alerts = new AlertsFixture(jdbc, clock);
    openings = new Openings(jdbc, clock);
    mvc = as(AlertsFixture.OPERATOR);
  }

  private MockMvc as(Person who) {
    var subjects = new SubjectStore(jdbc, KeyFile.open(folder));
    return MockMvcBuilders.standaloneSetup(
            new CaseController(
                alerts.book(),
                alerts.handlers(who),
                alerts.history(),
                subjects,
                new CaseLinks(alerts.book(), subjects),
                openings,
                () -> who,
                new Cases.Moving()))
        .setControllerAdvice(ErrorsFixture.advice())
        .build();
  }

  @Test
  void linksCasesOfOneIdentityWithinTwoYears() throws Exception {
    alert("now", "2025-10-22T02:00:00Z", Cases.PASS);
    alert("twoYearsBefore", "2023-10-22T02:00:00Z", FAR);
    alert("longBefore", "2023-10-22T01:59:59Z", FAR);
    alert("other", "2025-10-01T02:00:00Z", FAR);
    subject("now", "{\"name\":\"张 三\",\"idNumber\":\"43112719800101123x\"}");
    subject("twoYearsBefore", "{\"name\":\"张三\",\"idNumber\":\"４３１１２７ 19800101 123X\"}");
    subject("longBefore", "{\"idNumber\":\"43112719800101123X\"}");
    subject("other", "{\"name\":\"李四\"}");
    ask("now/links")
        .andExpect(jsonPath("$", hasSize(1)))
        .andExpect(jsonPath("$[0].alert.id").value("twoYearsBefore"))
        .andExpect(jsonPath("$[0].because", contains("same-id", "same-name")));
  }

  @Test
  void linksCasesOfOnePlaceWithinTwoYears() throws Exception {
    alert("now", "2025-10-22T02:00:00Z", Cases.PASS);
    alert("near", "2024-11-01T02:00:00Z", new Position(112.154, 25.10));
    alert("further", "2024-11-02T02:00:00Z", new Position(112.158, 25.10));
    alert("old", "2023-10-01T02:00:00Z", Cases.PASS);
    alerts.save(Cases.permitted("allowed", "P1"));
    ask("now/links")
        .andExpect(jsonPath("$[*].alert.id", contains("near")))
        .andExpect(jsonPath("$[0].because", contains("same-place")));
    ask("now/links?metres=1000").andExpect(jsonPath("$", hasSize(2)));
    ask("now/links?metres=0").andExpect(status().isBadRequest());
    ask("nobody/links").andExpect(status().isNotFound());
  }

  @Test
  void keepsNobodysNameInClear() throws Exception {
    alert("now", "2025-10-22T02:00:00Z", Cases.PASS);
    subject("now", "{\"name\":\"张三\"}")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$[0].kind").value("name"));
    assertThat(ServiceDatabase.in(folder).content()).contains("operator").doesNotContain("张三");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("identity-keys.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void opensASubjectOnlyForAReasonThatIsWrittenDown() throws Exception {
    alert("now", "2025-10-22T02:00:00Z", Cases.PASS);
    subject("now", "{\"name\":\"张三\"}");
    send("now/subjects/1/open", "{}").andExpect(status().isBadRequest());
    assertThat(openings.list("alert/now/subject/1")).isEmpty();
    send("now/subjects/1/open", "{\"reason\":\"立案\"}").andExpect(jsonPath("$.text").value("张三"));
    assertThat(openings.list("alert/now/subject/1"))
        .extracting(Openings.Opening::who, Openings.Opening::reason)
        .containsExactly(tuple("operator", "立案"));
    mvc = as(new Person("i", "督察", Set.of(Role.INSPECTOR), Set.of()));
    send("now/subjects/1/open", "{\"reason\":\"看看\"}").andExpect(status().isForbidden());
  }

  @Test
  void forgetsASubjectThatWasNamedByMistake() throws Exception {
    alert("now", "2025-10-22T02:00:00Z", Cases.PASS);
    subject("now", "{\"name\":\"张三\"}");
    mvc.perform(delete(API + "now/subjects/1")).andExpect(status().isNoContent());
    ask("now/subjects").andExpect(jsonPath("$", hasSize(0)));
    mvc.perform(delete(API + "now/subjects/1")).andExpect(status().isNotFound());
    subject("now", "{}").andExpect(status().isBadRequest());
    assertThat(alerts.history().list("now"))
        .extracting(entry -> entry.action())
        .containsExactly("raised", "subject-added", "subject-removed");
  }

  private void alert(String id, String time, Position position) {
    alerts.save(Cases.at(id, Instant.parse(time), position));
  }

  private ResultActions subject(String alert, String json) throws Exception {
    return send(alert + "/subjects", json);
  }

  private ResultActions ask(String path) throws Exception {
    return mvc.perform(get(API + path).characterEncoding(StandardCharsets.UTF_8));
  }

  private ResultActions send(String path, String json) throws Exception {
    return mvc.perform(
        post(API + path)
            .contentType(MediaType.APPLICATION_JSON)
            .characterEncoding(StandardCharsets.UTF_8)
            .content(json));
  }
}
