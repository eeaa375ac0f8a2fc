package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.database.OnBothDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Parameters of a question: those that the OpenAPI document tells of, and no other. */
@OnBothDatabases
class ParametersTest {
  private static ServiceForTests service;

  @BeforeAll
  static void start() {
    service = ServiceForTests.shared();
  }

  @Test
  void refusesAFilterThatIsMisspeltAndSaysWhatThereIs() {
    Asker.Answer answer = service.everything().get("/api/v1/alerts?limit=5&conty=431127&kinds=x");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.rule()).isEqualTo("unknown-parameter");
    assertThat(answer.json().get("errors").findValuesAsString("field"))
        .containsExactly("conty", "kinds");
    assertThat(answer.json().at("/errors/0/message").asString())
        .contains("conduct, county, cursor", "limit");
    assertThat(service.everything().get("/api/v1/alerts?limit=5&county=431127").status())
        .isEqualTo(200);
  }

  @Test
  void refusesAnyWhereNoneIsWanted() {
    Asker.Answer answer = service.nobody().get("/api/v1/counties?%63ounty=431127");
    assertThat(answer.rule()).isEqualTo("unknown-parameter");
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("county");
  }

  @Test
  void takesOneThatChoosesTheForm() {
    for (String format : List.of("html", "json")) {
      Asker.Answer answer =
          service.everything().get("/api/v1/zones/footprint-checks/x?format=" + format);
      assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    }
  }

  @Test
  void letsAStrangerLearnNothing() {
    assertThat(service.nobody().get("/api/v1/alerts?conty=431127").status()).isEqualTo(401);
  }

  @Test
  void takesEveryOneThatTheDocumentTellsOf() {
    JsonNode document = service.nobody().get("/v3/api-docs").json();
    List<String> refused = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        String query = query(operation.getValue());
        // A stream does not end; that it is asked with a parameter is seen by the map's tests.
        if (!query.isEmpty() && !path.getKey().endsWith("/stream")) {
          String address = path.getKey().replaceAll("\\{[^}]*}", "x") + "?" + query;
          Asker.Answer answer = service.everything().send(method, address, "{}");
          if (answer.text().contains("unknown-parameter")) {
            refused.add(method + " " + address + ": " + answer.text());
          }
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  private static String query(JsonNode operation) {
    StringJoiner query = new StringJoiner("&");
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.get("in").asString().equals("query")) {
        query.add(parameter.get("name").asString() + "=x");
      }
    }
    return query.toString();
  }
}
