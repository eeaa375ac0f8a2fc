package hongyan.service.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import hongyan.service.accounts.PeopleFixture;
import hongyan.service.accounts.Permissions;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.doors.rejects.RejectStore;
import hongyan.service.doors.rejects.Rule;
import hongyan.service.doors.rejects.Sha256;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@OnBothDatabases
class RejectControllerTest {
  private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

  private RejectStore store;
  private MockMvc mvc;

  @BeforeEach
  void open(@TempDir Path folder) {
    ServiceDatabase database = ServiceDatabase.in(folder);
    store = new RejectStore(database.jdbc(), database.dialect());
    mvc =
        MockMvcBuilders.standaloneSetup(
                new RejectController(store, PeopleFixture.OPERATOR, new Permissions()))
            .build();
  }

  @Test
  void listsWhatWasRefusedNewestFirst() throws Exception {
    store.save(List.of(reject(1, "http"), reject(2, "http")));
    var answer = ask("");
    assertThat(JsonPath.<List<Integer>>read(answer, "$.items[*].line")).containsExactly(2, 1);
    assertThat(JsonPath.<Object>read(answer, "$.next")).isNull();
    assertThat(JsonPath.<Object>read(answer, "$.items[0].rule")).isEqualTo("not-a-number");
    assertThat(JsonPath.<Object>read(answer, "$.items[0].raw")).isEqualTo("原文 2");
    assertThat(JsonPath.<String>read(answer, "$.items[0].message")).contains("不是数字");
    assertThat(Instant.parse(JsonPath.<String>read(answer, "$.items[0].receivedAt")))
        .isEqualTo(START.plusNanos(2_000));
  }

  @Test
  void tellsItInEnglishWhenAsked() throws Exception {
    store.save(List.of(reject(1, "http")));
    String answer =
        mvc.perform(get("/api/v1/rejects").header("Accept-Language", "en"))
            .andReturn()
            .getResponse()
            .getContentAsString(UTF_8);
    assertThat(JsonPath.<String>read(answer, "$.items[0].message"))
        .isEqualTo("\"value\" is not a number: x.");
  }

  @Test
  void pagesThroughAllOfThemOnce() throws Exception {
    List<Reject> many = new ArrayList<>();
    for (int i = 1; i <= 450; i++) {
      many.add(reject(i, "http"));
    }
    store.save(many);
    List<Integer> lines = new ArrayList<>();
    String query = "?limit=100";
    for (String cursor = ""; cursor != null; ) {
      String answer = ask(cursor.isEmpty() ? query : query + "&cursor=" + cursor);
      lines.addAll(JsonPath.<List<Integer>>read(answer, "$.items[*].line"));
      cursor = JsonPath.read(answer, "$.next");
    }
    assertThat(lines).hasSize(450).isSortedAccordingTo((a, b) -> b - a).doesNotHaveDuplicates();
  }

  @Test
  void savesTheSameRejectOnceWithItsNewestReceipt() {
    Reject first = reject(1, "http");
    Reject again =
        Reject.of("http", "reading", START.plusSeconds(9), "b0d7", 1, first.raw(), fault());
    store.save(List.of(again));
    store.save(List.of(first));
    assertThat(store.list(new RejectStore.Query(null, null, null, null, 10)))
        .containsExactly(again);
  }

  @Test
  void choosesByTimeDoorAndRule() throws Exception {
    store.save(List.of(reject(1, "http"), reject(2, "hj212"), reject(3, "http")));
    assertThat(lines("?door=http")).containsExactly(3, 1);
    assertThat(lines("?since=2026-11-22T12:00:00.000002%2B08:00")).containsExactly(3, 2);
    assertThat(lines("?rule=not-a-number&door=hj212")).containsExactly(2);
    assertThat(lines("?rule=zero-coordinate")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=x", "limit=1001", "since=2026-11-22", "cursor=!", "cursor=YQ"})
  void refusesParametersByRule(String query) throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(get("/api/v1/rejects?" + query)).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(JsonPath.<Object>read(answer.getContentAsString(UTF_8), "$.errors[0].rule"))
        .isEqualTo("parameter-invalid");
  }

  @Test
  void cutsWhatIsTooLongAndKeepsItsHash() {
    String raw = "a" + "鸿".repeat(40_000);
    Reject reject = Reject.of("http", "reading", START, "b0d7", 1, raw, fault());
    assertThat(reject.raw().getBytes(UTF_8).length).isBetween(65_530, 65_536);
    assertThat(raw).startsWith(reject.raw());
    assertThat(reject.rawSha256()).isEqualTo(Sha256.hex(raw));
    assertThat(reject(1, "http").rawSha256()).isNull();
  }

  private List<Integer> lines(String query) throws Exception {
    return JsonPath.read(ask(query), "$.items[*].line");
  }

  private String ask(String query) throws Exception {
    var answer = mvc.perform(get(URI.create("/api/v1/rejects" + query))).andReturn();
    assertThat(answer.getResponse().getStatus()).isEqualTo(200);
    return answer.getResponse().getContentAsString(UTF_8);
  }

  @Test
  void showsATextAlsoWhereTheDatabaseHasNoSuchCharacter() throws Exception {
    Reject refused = Reject.of("http", "reading", START, "b0d7", 1, "原\0文", fault());
    store.save(List.of(refused, refused));
    String shown = ServiceDatabase.dialectOfTests().storable("原\0文");
    assertThat(JsonPath.<List<String>>read(ask(""), "$.items[*].raw")).containsExactly(shown);
  }

  private static Reject reject(int line, String door) {
    Instant at = START.plusNanos(line * 1_000L);
    return Reject.of(door, "reading", at, "b0d7", line, "原文 " + line, fault());
  }

  private static Fault fault() {
    return new Fault("value", "x", Rule.NOT_A_NUMBER, null);
  }
}
