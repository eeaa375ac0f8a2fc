package hongyan.service.problems;

import static hongyan.service.problems.LedgerFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.errors.ErrorsFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@OnBothDatabases
class ProblemControllerTest {
  private static final String BASE = "/api/v1/inspection/problems";
  private static final String ENTRY =
      """
      {"id":"YZ-1","campaign":"voc-screening","county":"蓝山县","enterprise":"某印刷厂",
       "problem":"活性炭未更换","foundBy":"市生态环境局","foundOn":"2024-10-08",
       "kinds":["with-deadline"],"deadline":"2024-10-25"}
      """;

  @TempDir Path folder;
  private LedgerFixture fixture;
  private MockMvc mvc;

  @BeforeEach
  void open() {
    fixture = new LedgerFixture(folder);
    mvc =
        MockMvcBuilders.standaloneSetup(fixture.controller(), fixture.campaignController())
            .setControllerAdvice(ErrorsFixture.advice())
            .build();
  }

  private ResultActions enter(String body) throws Exception {
    return mvc.perform(post(BASE).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions move(String to, String evidence) throws Exception {
    return mvc.perform(
        post(BASE + "/YZ-1/transitions")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"to\":\"%s\",\"note\":\"现场看过\",\"evidence\":%s}".formatted(to, evidence)));
  }

  @Test
  void keepsWhoFoundWhatWhereAndHowLongThereIs() throws Exception {
    enter(ENTRY)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.id").value("YZ-1"))
        .andExpect(jsonPath("$.county").value("431127"))
        .andExpect(jsonPath("$.countyName").value("蓝山县"))
        .andExpect(jsonPath("$.campaignTitle").value("挥发性有机物排查整治"))
        .andExpect(jsonPath("$.kindWords[0]").value("限期整改"))
        .andExpect(jsonPath("$.state").value("found"))
        .andExpect(jsonPath("$.light").value("yellow"))
        .andExpect(jsonPath("$.history", hasSize(1)))
        .andExpect(jsonPath("$.history[0].who").value("wang"));
  }

  @Test
  void leadsFromFoundToClosedWithEvidenceAndKeepsEveryStep() throws Exception {
    enter(ENTRY);
    move("rectifying", "[]").andExpect(status().isOk());
    move("rectified", "[\"更换记录 2024-17\"]")
        .andExpect(jsonPath("$.light").value("green"))
        .andExpect(jsonPath("$.rectifiedOn").value("2024-10-23"));
    fixture.person = new Person("li", "李", Set.of(Role.ENVIRONMENT), Set.of());
    move("rechecked", "[]").andExpect(status().isOk());
    move("closed", "[\"销号表\"]")
        .andExpect(jsonPath("$.state").value("closed"))
        .andExpect(jsonPath("$.evidence", contains("更换记录 2024-17", "销号表")))
        .andExpect(
            jsonPath(
                "$.history[*].to",
                contains("found", "rectifying", "rectified", "rechecked", "closed")))
        .andExpect(jsonPath("$.history[*].who", contains("wang", "wang", "wang", "li", "li")));
  }

  @Test
  void sendsAProblemThatTheRecheckFindsUndoneBack() throws Exception {
    enter(ENTRY);
    move("rectified", "[\"照片\"]");
    move("rectifying", "[]")
        .andExpect(jsonPath("$.rectifiedOn").isEmpty())
        .andExpect(jsonPath("$.light").value("yellow"));
  }

  @Test
  void refusesAStepThatIsNotAllowedAndSaysWhichAre() throws Exception {
    enter(ENTRY);
    move("closed", "[\"销号表\"]")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("[rectifying, rectified]")));
    move("rectified", "[]").andExpect(status().isBadRequest());
    assertThat(fixture.store.listSteps("YZ-1")).hasSize(1);
  }

  @Test
  void theHistoryCannotBeChangedEvenInTheDatabase() throws Exception {
    enter(ENTRY);
    for (String attack :
        List.of(
            "UPDATE problem_step SET who = 'nobody'",
            "DELETE FROM problem_step",
            "DELETE FROM problem",
            "UPDATE problem SET state = 'closed', content = replace(content, 'FOUND', 'CLOSED')")) {
      assertThatThrownBy(() -> fixture.jdbc.sql(attack).update())
          .as(attack)
          .hasMessageMatching("(?s).*(append only|never deleted|no step holds this).*");
    }
    assertThat(fixture.store.listSteps("YZ-1")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-10-25|2024-10-01|deadline|deadline-before-finding",
        "2024-10-08|2024-11-08|foundOn|in-the-future",
        "蓝山县|长沙市|county|unknown-county",
        "voc-screening|nobody-knows|campaign|unknown-campaign",
        "with-deadline|later|kinds|unknown-word",
        "2024-10-25|十月底|deadline|not-a-day",
        "活性炭未更换| |problem|required-field-missing",
        "YZ-1|../YZ|id|not-an-id"
      })
  void namesTheFieldThatIsWrong(String sound, String wrong, String field, String rule)
      throws Exception {
    enter(ENTRY.replace(sound, wrong == null ? "" : wrong))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value(field.equals("kinds") ? "kind" : field))
        .andExpect(jsonPath("$.errors[0].rule").value(rule));
    assertThat(fixture.store.count(ProblemFilter.all())).isZero();
  }

  @Test
  void theSameAgainChangesNothingAndAnotherWordingIsACorrection() throws Exception {
    enter(ENTRY);
    enter(ENTRY).andExpect(jsonPath("$.history", hasSize(1)));
    enter(ENTRY.replace("活性炭未更换", "活性炭失效"))
        .andExpect(jsonPath("$.problem").value("活性炭失效"))
        .andExpect(jsonPath("$.history[1].action").value("corrected"));
    assertThat(fixture.store.listSteps("YZ-1").get(0).entry().problem()).isEqualTo("活性炭未更换");
  }

  @Test
  void listsWhatIsDueThisWeekAndWhatIsOverdue() throws Exception {
    due("monday", "2024-10-21");
    due("sunday", "2024-10-27");
    due("next-week", "2024-10-28");
    due("last-week", "2024-10-20");
    mvc.perform(get(BASE + "?due=week"))
        .andExpect(jsonPath("$.items[*].id", contains("monday", "sunday")))
        .andExpect(jsonPath("$.total").value(2));
    mvc.perform(get(BASE + "?due=overdue"))
        .andExpect(jsonPath("$.items[*].id", contains("last-week", "monday")));
    mvc.perform(get(BASE + "?light=red"))
        .andExpect(jsonPath("$.items[*].id", contains("last-week", "monday")));
    mvc.perform(get(BASE + "?light=yellow"))
        .andExpect(jsonPath("$.items[*].id", contains("next-week", "sunday")));
    mvc.perform(get(BASE + "?due=never")).andExpect(status().isBadRequest());
  }

  private void due(String id, String deadline) throws Exception {
    enter(ENTRY.replace("YZ-1", id).replace("2024-10-25", deadline))
        .andExpect(status().isCreated());
  }

  @ParameterizedTest
  @ValueSource(strings = {"green", "yellow", "red"})
  void filtersByTheLightThatItShows(String light) throws Exception {
    List<Problem> entries = new ArrayList<>();
    for (ProblemState state : ProblemState.values()) {
      for (int days = -9; days <= 9; days += 3) {
        Problem problem =
            problem(state + "" + days, "blue-sky", null, Set.of(ProblemKind.WITH_DEADLINE), state);
        entries.add(
            new Problem(
                problem.id(),
                problem.campaign(),
                null,
                null,
                null,
                null,
                problem.problem(),
                null,
                null,
                problem.foundOn(),
                problem.kinds(),
                LedgerFixture.TODAY.plusDays(days),
                state,
                null,
                problem.evidence(),
                null));
      }
      entries.add(problem(state.code(), "blue-sky", null, Set.of(ProblemKind.SEALED), state));
    }
    fixture.ledger.enter(entries, Step.Action.ENTERED, null);
    String page = body(BASE + "?limit=1000&light=" + light);
    List<String> shown = JsonPath.read(page, "$.items[*].id");
    assertThat(shown)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            entries.stream()
                .filter(
                    each -> {
                      Light its = each.light(fixture.lights, LedgerFixture.TODAY);
                      return its != null && its.name().equalsIgnoreCase(light);
                    })
                .map(Problem::id)
                .toList());
  }

  @Test
  void pagesThroughEveryProblemOnce() throws Exception {
    List<Problem> entries = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      entries.add(
          problem("n" + i, "blue-sky", "甲", Set.of(ProblemKind.AT_ONCE), ProblemState.FOUND));
    }
    fixture.ledger.enter(entries, Step.Action.ENTERED, null);
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      String page = body(BASE + "?limit=10" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
      cursor = JsonPath.read(page, "$.next");
    } while (cursor != null);
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    mvc.perform(get(BASE + "?enterprise=乙")).andExpect(jsonPath("$.total").value(0));
    mvc.perform(
            get(
                BASE
                    + "?kind=at-once&state=found&campaign=blue-sky&county=431127&from=2024-05-06&to=2024-05-06"))
        .andExpect(jsonPath("$.total").value(25));
    mvc.perform(get(BASE + "?from=2024-05-07")).andExpect(jsonPath("$.total").value(0));
  }

  private String body(String address) throws Exception {
    return mvc.perform(get(address))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void somebodyOfOneCountySeesAndWritesThatCountyOnly() throws Exception {
    enter(ENTRY);
    fixture.person = new Person("zhao", "赵", Set.of(Role.ENVIRONMENT), Set.of("431102"));
    mvc.perform(get(BASE)).andExpect(jsonPath("$.total").value(0));
    mvc.perform(get(BASE + "/YZ-1")).andExpect(status().isNotFound());
    move("rectifying", "[]").andExpect(status().isNotFound());
    enter(ENTRY.replace("YZ-1", "YZ-2"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].rule").value("not-your-county"));
    enter(ENTRY.replace("蓝山县", "零陵区"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].rule").value("not-your-county"));
    mvc.perform(get("/api/v1/inspection/campaigns"))
        .andExpect(jsonPath("$.together.found").value(0));
  }

  @Test
  void thePublicDoesNotKeepTheLedger() throws Exception {
    fixture.person = new Person("visitor", "客", Set.of(Role.PUBLIC), Set.of());
    enter(ENTRY).andExpect(status().isForbidden());
    assertThat(fixture.store.count(ProblemFilter.all())).isZero();
  }

  @Test
  void showsTheFunnelOfEachCampaignAndTakesNewCampaigns() throws Exception {
    mvc.perform(
            put("/api/v1/inspection/campaigns/river-chiefs")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\":{\"zh\":\"河长巡河\"}}"))
        .andExpect(status().isOk());
    enter(ENTRY.replace("voc-screening", "河长巡河")).andExpect(status().isCreated());
    mvc.perform(get("/api/v1/inspection/campaigns?campaign=river-chiefs"))
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].title").value("河长巡河"))
        .andExpect(jsonPath("$.items[0].funnel.found").value(1))
        .andExpect(jsonPath("$.items[0].funnel.withDeadline").value(1));
    assertThatThrownBy(() -> fixture.jdbc.sql("DELETE FROM campaign_version").update())
        .hasMessageContaining("append only");
    mvc.perform(get("/api/v1/inspection/campaigns?from=2024-10-09"))
        .andExpect(jsonPath("$.together.found").value(0));
  }

  @Test
  void overdueIsAfterTheDeadlineAndNotOnIt() {
    Problem due =
        problem("x", "blue-sky", null, Set.of(ProblemKind.WITH_DEADLINE), ProblemState.FOUND);
    LocalDate deadline = LocalDate.of(2024, 12, 31);
    assertThat(due.overdue(deadline)).isFalse();
    assertThat(due.overdue(deadline.plusDays(1))).isTrue();
  }
}
