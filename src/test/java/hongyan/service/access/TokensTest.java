package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.accounts.Role;
import hongyan.service.database.OnBothDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Programs and devices say who they are by bearer tokens. */
@OnBothDatabases
class TokensTest {
  private static final String TOKENS = "/api/v1/tokens";
  private static ServiceForTests service;

  @BeforeAll
  static void start() {
    service = ServiceForTests.shared();
  }

  @Test
  void writesTheFirstTokenForItsOwnerOnly() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(service.state().resolve("admin-token"))))
        .isEqualTo("rw-------");
    assertThat(service.everything().get("/api/v1/session").json().get("roles").size())
        .isEqualTo(Role.values().length);
  }

  @Test
  void showsASecretOnceAndKeepsItsHashOnly() {
    JsonNode made = make("{\"name\":\"gateway\",\"roles\":[\"device\"]}");
    String secret = made.get("secret").asString();
    assertThat(service.everything().get(TOKENS).text())
        .contains(made.get("id").asString())
        .doesNotContain(secret);
    assertThat(
            service
                .bean(JdbcClient.class)
                .sql("SELECT count(*) FROM api_token WHERE hash = :secret OR name = :secret")
                .param("secret", secret)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void endsAtItsExpiry() {
    JsonNode made = make("{\"name\":\"short\",\"roles\":[\"inspector\"]}");
    Asker asker = service.nobody().with(made.get("secret").asString());
    assertThat(asker.get("/api/v1/alerts").status()).isEqualTo(200);
    service.pass(Duration.ofDays(366));
    assertThat(asker.get("/api/v1/alerts").status()).isEqualTo(401);
    assertThat(state(made)).isEqualTo("expired");
  }

  @Test
  void endsWhenItIsRevoked() {
    JsonNode made = make("{\"name\":\"lost\",\"roles\":[\"inspector\"]}");
    Asker asker = service.nobody().with(made.get("secret").asString());
    assertThat(asker.get("/api/v1/alerts").status()).isEqualTo(200);
    String path = TOKENS + "/" + made.get("id").asString();
    assertThat(service.everything().send("DELETE", path, "").status()).isEqualTo(204);
    assertThat(asker.get("/api/v1/alerts").status()).isEqualTo(401);
    assertThat(service.everything().send("DELETE", path, "").status()).isEqualTo(404);
    assertThat(state(made)).isEqualTo("revoked");
  }

  @Test
  void tellsWhenItWasLastUsed() {
    JsonNode made = make("{\"name\":\"used\",\"roles\":[\"inspector\"]}");
    assertThat(one(made).get("lastUsed").isNull()).isTrue();
    service.nobody().with(made.get("secret").asString()).get("/api/v1/alerts");
    assertThat(one(made).get("lastUsed").isNull()).isFalse();
  }

  @Test
  void letsADeviceSendAndDoNothingElse() {
    Asker device = service.token(Role.DEVICE);
    assertThat(device.send("POST", "/api/v1/readings", "{}").status()).isEqualTo(202);
    assertThat(device.get("/api/v1/readings").status()).isEqualTo(403);
    assertThat(device.get("/api/v1/findings").status()).isEqualTo(403);
    assertThat(device.get(TOKENS).status()).isEqualTo(403);
  }

  @Test
  void letsAnAdministratorOfOneCountyMakeNobody() {
    Asker county = service.token(Role.ADMINISTRATOR, Rows.OWN);
    assertThat(county.send("POST", TOKENS, "{\"name\":\"x\",\"roles\":[\"device\"]}").status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"roles\":[\"device\"]}",
        "{\"name\":\"x\"}",
        "{\"name\":\"x\",\"roles\":[\"king\"]}",
        "{\"name\":\"x\",\"roles\":[\"device\"],\"counties\":[\"x\"]}",
        "{\"name\":\"x\",\"roles\":[\"device\"],\"expiresAt\":\"2001-01-01T00:00:00Z\"}",
        "{\"name\":\"x\",\"roles\":[\"device\"],\"expiresAt\":\"+999999999-01-01T00:00:00Z\"}",
        "{\"name\":\"x\",\"roles\":[null]}",
        "{\"name\":\"x\",\"roles\":[\"device\"],\"counties\":[null]}"
      })
  void refusesATokenThatCannotBe(String body) {
    assertThat(service.everything().send("POST", TOKENS, body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer x y",
        "Bearer \u00e9",
        "Bearer hongyan_",
        "bearer null",
        "Basic YTpi",
        "Basic %%%",
        "Digest username=\"a\"",
        "Bearer AAAA, Bearer BBBB"
      })
  void answersAMalformedTokenWith401(String header) {
    Asker asker = service.nobody().withHeader("Authorization", header);
    assertThat(asker.get("/api/v1/alerts").status()).isEqualTo(401);
  }

  @Test
  void answersALongTokenWithoutBreaking() {
    assertThat(service.nobody().with("x".repeat(4_000)).get("/api/v1/alerts").status())
        .isEqualTo(401);
    assertThat(service.nobody().with("x".repeat(20_000)).get("/api/v1/alerts").status())
        .isBetween(400, 431);
  }

  private static JsonNode make(String body) {
    Asker.Answer made = service.everything().send("POST", TOKENS, body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json();
  }

  private static JsonNode one(JsonNode made) {
    return service
        .everything()
        .get(TOKENS)
        .json()
        .valueStream()
        .filter(token -> token.get("id").equals(made.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private static String state(JsonNode made) {
    return one(made).get("state").asString();
  }
}
