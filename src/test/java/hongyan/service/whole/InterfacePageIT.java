package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The interface page is true: what it gives as an example can be sent and asked as it stands. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InterfacePageIT {
  private static final String EXAMPLE_LEAD = "/api/v1/alerts/violation-example-1";
  private static final Pattern ASKED = Pattern.compile("\\$B(/[^ \"?\\s]*)");

  @TempDir static Path state;

  /**
   * A warning to decide about takes days of heavy pollution; what a person does about their own
   * account takes that person; the others take something that nobody knows beforehand or that
   * another example may have used up. Tests of their own try them.
   */
  private static final Set<String> WITHOUT_CAUSE =
      Set.of(
          "/api/v1/warnings/{alertId}/approval",
          "/api/v1/session",
          "/api/v1/session/setup",
          "/api/v1/session/password",
          "/api/v1/session/second-factor",
          "/api/v1/session/second-factor/confirmation",
          "/api/v1/accounts/{account}",
          "/api/v1/alerts/{id}/merge",
          "/api/v1/alerts/{id}/split",
          "/api/v1/alerts/{id}/subjects/{subject}/open",
          "/api/v1/public/reports/{receipt}/reporter",
          "/api/v1/public/reports/{receipt}/close",
          "/api/v1/rescues",
          "/api/v1/rescues/{id}/outcomes",
          "/api/v1/retention/attachments/{sha256}/deletion");

  private static final Set<String> UNKNOWN_BEFORE =
      Set.of(
          "/api/v1/public/reports/{receipt}",
          "/api/v1/rescues/{id}",
          "/api/v1/attachments/{sha256}",
          "/api/v1/attachments/{sha256}/public",
          "/api/v1/chain/heads/{size}",
          "/api/v1/chain/heads/{size}/note",
          "/api/v1/chain/heads/{size}/timestamp");

  private static Program program;
  private static JsonNode page;

  /** One example of a body. */
  private record Example(String method, String path, String type, String body, int rejected) {}

  @BeforeAll
  static void start() throws Exception {
    program = Program.start(state);
    page = program.get("/v3/api-docs");
  }

  @AfterAll
  static void end() {
    program.close();
  }

  @Test
  @Order(1)
  void takesEveryExampleOfARecord() throws Exception {
    List<Example> examples = examples("POST").stream().filter(InterfacePageIT::isRecord).toList();
    assertThat(examples.stream().map(Example::type).distinct()).hasSize(4);
    for (Example example : examples) {
      Program.Answer answer = program.post(example.path(), example.type(), example.body());
      assertThat(answer.status()).as("%s: %s", example, answer.body()).isEqualTo(202);
      assertThat(answer.body().get("accepted").asInt()).as(example.toString()).isPositive();
      assertThat(answer.body().get("rejected").asInt())
          .as("%s: %s", example, answer.body())
          .isEqualTo(example.rejected());
    }
  }

  @Test
  @Order(2)
  void makesALeadOfTheExampleFinding() {
    await("the example finding is a lead")
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(program.get(EXAMPLE_LEAD).get("grade").asString()).isEqualTo("grave");
              JsonNode pipelines = program.get("/actuator/health").at("/components/pipelines");
              assertThat(pipelines.at("/details/backlog").asLong(-1)).isZero();
            });
  }

  @Test
  @Order(3)
  void takesEveryExampleOfAChange() throws Exception {
    List<Example> examples = new ArrayList<>();
    Stream.concat(examples("PUT").stream(), examples("POST").stream())
        .filter(example -> !isRecord(example) && !WITHOUT_CAUSE.contains(example.path()))
        .forEach(examples::add);
    assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
    for (Example example : examples) {
      JsonNode operation = operation(example.path(), example.method());
      String address = address(example.path(), operation);
      Program.Answer answer =
          program.send(example.method(), address, example.type(), example.body());
      assertThat(answer.status()).as("%s: %s", example, answer.body()).isIn(200, 201, 202);
    }
  }

  @Test
  @Order(4)
  void answersEveryQuestionWithTheValuesThatItGives() throws Exception {
    for (Map.Entry<String, JsonNode> path : page.get("paths").properties()) {
      JsonNode question = path.getValue().get("get");
      if (question != null
          && !path.getKey().endsWith("/stream")
          && !UNKNOWN_BEFORE.contains(path.getKey())) {
        String address = address(path.getKey(), question);
        assertThat(program.getStatus(address)).as(address).isEqualTo(200);
      }
    }
  }

  @Test
  void saysWhatEachPartIsAbout() {
    assertThat(page.at("/info/title").asString()).isEqualTo("鸿雁 Hongyan");
    Set<String> described =
        page.get("tags")
            .valueStream()
            .filter(tag -> tag.hasNonNull("description"))
            .map(tag -> tag.get("name").asString())
            .collect(Collectors.toSet());
    for (JsonNode path : page.get("paths")) {
      for (JsonNode operation : path) {
        assertThat(operation.hasNonNull("summary")).as(operation.toString()).isTrue();
        assertThat(described).contains(operation.get("tags").get(0).asString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void knowsEveryPathThatTheReadmeAsks(String name) throws IOException {
    List<Pattern> known =
        page.get("paths").properties().stream()
            .map(path -> path.getKey().replaceAll("\\{[^}]*}", "[^/]+"))
            .map(Pattern::compile)
            .toList();
    List<String> asked =
        ASKED
            .matcher(Files.readString(Path.of("..", name)))
            .results()
            .map((MatchResult each) -> "/api/v1" + each.group(1))
            .toList();
    assertThat(asked).hasSizeGreaterThanOrEqualTo(10);
    assertThat(asked)
        .allSatisfy(path -> assertThat(known).anyMatch(pattern -> pattern.matcher(path).matches()));
  }

  private static boolean isRecord(Example example) {
    JsonNode tags = operation(example.path(), example.method()).get("tags");
    return tags.get(0).asString().equals("ingest");
  }

  private static List<Example> examples(String method) {
    List<Example> examples = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : page.get("paths").properties()) {
      JsonNode operation = operation(path.getKey(), method);
      for (Map.Entry<String, JsonNode> type :
          operation.path("requestBody").path("content").properties()) {
        boolean files = type.getKey().startsWith("multipart/");
        if (files || type.getKey().equals("application/zip")) {
          continue; // no example as text can hold these
        }
        assertThat(type.getValue().path("examples").isEmpty())
            .as("%s %s has no example as %s", method, path.getKey(), type.getKey())
            .isFalse();
        for (JsonNode each : type.getValue().get("examples")) {
          JsonNode value = each.get("value");
          String body = value.isString() ? value.asString() : value.toString();
          int rejected = each.path("x-rejected").asInt(0);
          examples.add(new Example(method, path.getKey(), type.getKey(), body, rejected));
        }
      }
    }
    return examples;
  }

  private static JsonNode operation(String path, String method) {
    return page.get("paths").get(path).path(method.toLowerCase(Locale.ROOT));
  }

  /** Returns the path with the examples of all parameters that have one. */
  private static String address(String path, JsonNode operation) {
    String address = path;
    StringJoiner query = new StringJoiner("&", "?", "");
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.get("name").asString();
      JsonNode example = parameter.get("example");
      boolean needed = parameter.path("required").asBoolean(false);
      assertThat(needed && example == null).as("%s: %s has no example", path, name).isFalse();
      if (example != null && parameter.get("in").asString().equals("path")) {
        address = address.replace("{" + name + "}", encoded(example));
      } else if (example != null) {
        query.add(name + "=" + encoded(example));
      }
    }
    return query.length() > 1 ? address + query : address;
  }

  private static String encoded(JsonNode example) {
    return URLEncoder.encode(example.asString(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
