package hongyan.service.rescues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.casualties.Toll;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.alerts.AlertsFixture;
import hongyan.service.alerts.Cases;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.errors.ErrorsFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** On 22 October 2025, with five egrets of casualty C1, one of them dead. */
@OnBothDatabases
class RescueControllerTest {
  private static final String API = "/api/v1/rescues";
  private static final String OPEN =
      "{\"id\":\"R1\",\"casualty\":\"C1\",\"carer\":\"双牌县水鸟救护站\",\"birds\":3,"
          + "\"openedAt\":\"2025-01-02T08:00:00+08:00\"}";

  @TempDir private Path folder;
  private SeriesStore series;
  private JdbcClient jdbc;
  private MockMvc mvc;

  @BeforeEach
  void open() {
    jdbc = Cases.database(folder);
    series = SeriesStore.open(folder.resolve("series.db"));
    series
        .casualties()
        .write(
            List.of(
                new PlacedCasualty(
                    new Casualty(
                        "C1",
                        Cases.RAISED,
                        Cases.PASS,
                        null,
                        "白鹭",
                        new Toll(1, 0, 3, 1),
                        null,
                        null,
                        null,
                        "patrol",
                        "",
                        null,
                        List.of(),
                        new Receipt("http", Cases.RAISED, null, "ab", 1, "{}", 0)),
                    new Placement("431127", List.of()))));
    mvc = as(AlertsFixture.OPERATOR);
  }

  @AfterEach
  void close() {
    series.close();
  }

  private MockMvc as(Person who) {
    return MockMvcBuilders.standaloneSetup(
            new RescueController(series, new RescueStore(jdbc), () -> who, new Cases.Moving()))
        .setControllerAdvice(ErrorsFixture.advice())
        .build();
  }

  @Test
  void opensACaseOnceHoweverOftenItIsSent() throws Exception {
    send("", OPEN)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.species").value("Egretta garzetta"))
        .andExpect(jsonPath("$.county").value("431127"))
        .andExpect(jsonPath("$.openedBy").value("operator"))
        .andExpect(jsonPath("$.inCare").value(3));
    send("", OPEN).andExpect(status().isCreated());
    ask("").andExpect(jsonPath("$.items", hasSize(1)));
    assertThat(RescuesFixture.care(jdbc).isOpened("C1")).isTrue();
  }

  @Test
  void takesNoMoreBirdsIntoCareThanThereAre() throws Exception {
    send("", OPEN);
    send("", OPEN.replace("R1", "R2")).andExpect(status().isConflict());
    send("", OPEN.replace("R1", "R2").replace("\"birds\":3", "\"birds\":2"))
        .andExpect(status().isCreated());
    send("", OPEN.replace("R1", "R3").replace("C1", "C9")).andExpect(status().isNotFound());
    send("", "{}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[*].field", contains("carer", "casualty")));
    send("", OPEN.replace("R1", "R4").replace("2025-01-02", "2027-01-02"))
        .andExpect(jsonPath("$.errors[0].rule").value("time-in-future"));
  }

  @Test
  void tellsWhatBecameOfEachBird() throws Exception {
    send("", OPEN);
    send("/R1/outcomes", "{\"outcome\":\"released\",\"birds\":2}")
        .andExpect(jsonPath("$.inCare").value(1));
    send("/R1/outcomes", "{\"outcome\":\"died\",\"birds\":2}").andExpect(status().isConflict());
    send("/R1/outcomes", "{\"outcome\":\"eaten\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].rule").value("unknown-word"));
    send("/R1/outcomes", "{\"outcome\":\"died\",\"at\":\"2025-01-01T08:00:00+08:00\"}")
        .andExpect(jsonPath("$.errors[0].rule").value("time-before"));
    assertThat(RescuesFixture.care(jdbc).isOver("C1")).isFalse();
    send("/R1/outcomes", "{\"outcome\":\"died\"}")
        .andExpect(jsonPath("$.inCare").value(0))
        .andExpect(jsonPath("$.outcomes[1].birds").value(1));
    assertThat(RescuesFixture.care(jdbc).isOver("C1")).isTrue();
    ask("?inCare=true").andExpect(jsonPath("$.items", hasSize(0)));
    ask("/counts?year=2025")
        .andExpect(jsonPath("$[0].species").value("Egretta garzetta"))
        .andExpect(jsonPath("$[0].birds").value(3))
        .andExpect(jsonPath("$[0].released").value(2))
        .andExpect(jsonPath("$[0].died").value(1))
        .andExpect(jsonPath("$[0].inCare").value(0));
    ask("/counts?year=2024").andExpect(jsonPath("$", hasSize(0)));
  }

  @Test
  void listsPageByPageAndOnlyWhatOneMaySee() throws Exception {
    send("", OPEN);
    send("", OPEN.replace("R1", "R2").replace("\"birds\":3", "\"birds\":1"));
    ask("?limit=1")
        .andExpect(jsonPath("$.items[0].id").value("R1"))
        .andExpect(jsonPath("$.next").isNotEmpty());
    ask("?limit=1&cursor=1735776000000~R1").andExpect(jsonPath("$.items[0].id").value("R2"));
    ask("?cursor=x").andExpect(status().isBadRequest());
    mvc = as(new Person("dao", "道县", Set.of(Role.FORESTRY), Set.of("431124")));
    ask("").andExpect(jsonPath("$.items", hasSize(0)));
    ask("/R1").andExpect(status().isNotFound());
    send("", OPEN.replace("R1", "R3")).andExpect(status().isNotFound());
  }

  private ResultActions ask(String path) throws Exception {
    return mvc.perform(get(API + path));
  }

  private ResultActions send(String path, String json) throws Exception {
    return mvc.perform(
        post(API + path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.getBytes(StandardCharsets.UTF_8)));
  }
}
