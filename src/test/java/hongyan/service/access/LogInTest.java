package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import hongyan.service.accounts.Role;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.login.SetupCode;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People log in, as their browsers do it. */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LogInTest {
  private static final String PASSWORD = "eine lange Losung 7";
  private static final String SESSION = "/api/v1/session";

  private static ServiceForTests service;

  @BeforeAll
  static void start() {
    service = ServiceForTests.start(Map.of());
  }

  @AfterAll
  static void end() {
    service.close();
  }

  @AfterEach
  void forgetTries() {
    service.pass(Duration.ofHours(25));
  }

  @Test
  @Order(1)
  void makesTheFirstAccountByTheLinkOnce() {
    String printed = service.bean(SetupCode.class).toPrint().orElseThrow();
    Asker browser = Asker.browser(service.address());
    assertThat(setUp(browser, "wrong", "chief", PASSWORD).status()).isEqualTo(403);
    assertThat(setUp(browser, printed, "chief", "short").rule()).isEqualTo("weak-password");
    assertThat(setUp(browser, printed, "chief", "chief-chief-99").rule())
        .isEqualTo("weak-password");
    assertThat(setUp(browser, printed, "a b", PASSWORD).rule()).isEqualTo("invalid-name");
    Asker.Answer made = setUp(browser, printed, "Chief", PASSWORD);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("account").asString()).isEqualTo("chief");
    assertThat(setUp(browser, printed, "second", PASSWORD).status()).isEqualTo(403);
    assertThat(service.bean(SetupCode.class).toPrint()).isEmpty();
  }

  @Test
  @Order(2)
  void anAdministratorIsOneOnlyWithASecondFactor() {
    Asker browser = Asker.browser(service.address());
    Asker chief = browser.logIn("chief", PASSWORD);
    assertThat(chief.get(SESSION).json().get("secondFactor").asString()).isEqualTo("needed");
    assertThat(chief.get("/api/v1/accounts").status()).isEqualTo(403);
    assertThat(chief.send("POST", SESSION + "/second-factor", "{\"password\":\"no\"}").status())
        .isEqualTo(401);
    Asker.Answer secret =
        chief.send("POST", SESSION + "/second-factor", "{\"password\":\"" + PASSWORD + "\"}");
    assertThat(secret.json().get("uri").asString()).startsWith("otpauth://totp/Hongyan%3Achief?");
    String key = secret.json().get("secret").asString();
    assertThat(confirm(chief, "000000").status()).isEqualTo(409);
    Asker.Answer confirmed = confirm(chief, code(key));
    assertThat(confirmed.json().get("secondFactor").asString()).isEqualTo("passed");
    assertThat(chief.get("/api/v1/accounts").status()).isEqualTo(200);

    Asker other = Asker.browser(service.address());
    assertThat(logIn(other, "chief", PASSWORD, "").rule()).isEqualTo("second-factor-needed");
    assertThat(logIn(other, "chief", "another password", code(key)).rule())
        .isEqualTo("wrong-credentials");
    assertThat(logIn(other, "chief", PASSWORD, code(key)).rule())
        .as("a code that was taken before")
        .isEqualTo("wrong-credentials");
    service.pass(Duration.ofMinutes(2));
    Asker.Answer in = logIn(other, "chief", PASSWORD, code(key));
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.json().get("roles").toString()).contains("administrator");

    assertThat(
            service
                .everything()
                .send("DELETE", "/api/v1/accounts/chief/second-factor", "")
                .status())
        .isEqualTo(204);
    assertThat(other.get(SESSION).json().get("account").isNull())
        .as("its sessions end with it")
        .isTrue();
  }

  @Test
  void givesACookieThatNoScriptAndNoOtherSiteGets() {
    make("cookie", "[\"forestry\"]", "[]");
    Asker browser = Asker.browser(service.address());
    Asker.Answer in = logIn(browser, "cookie", PASSWORD, "");
    assertThat(in.headers().firstValue("set-cookie").orElse(""))
        .startsWith("HONGYAN_SESSION=")
        .contains("HttpOnly")
        .contains("SameSite=Strict");
    assertThat(browser.get("/api/v1/alerts").status()).isEqualTo(200);
    Asker knows = browser.withCsrf(in);
    assertThat(knows.send("DELETE", SESSION, "").status()).isEqualTo(204);
    assertThat(browser.get("/api/v1/alerts").status()).isEqualTo(401);
  }

  @Test
  void takesNoChangeFromASessionWithoutItsCsrfToken() {
    make("csrf", "[\"forestry\"]", "[]");
    Asker browser = Asker.browser(service.address());
    Asker knows = browser.logIn("csrf", PASSWORD);
    String move = "/api/v1/alerts/x/transitions";
    assertThat(browser.send("POST", move, "{}").status()).isEqualTo(403);
    assertThat(browser.send("POST", move, "{}").text()).contains("CSRF");
    assertThat(browser.withHeader("X-CSRF-TOKEN", "x").send("POST", move, "{}").status())
        .isEqualTo(403);
    assertThat(browser.withHeader("Authorization", "Bearer x").send("POST", move, "{}").status())
        .isEqualTo(401);
    assertThat(knows.send("POST", move, "{}").status()).isEqualTo(404);
    assertThat(browser.withCsrf(browser.get(SESSION)).send("POST", move, "{}").status())
        .isEqualTo(404);
    Asker token = service.token(Role.FORESTRY);
    assertThat(token.send("POST", move, "{}").status()).as("a token needs none").isEqualTo(404);
  }

  @Test
  void slowsDownWhoGuessesAndLocksNobodyOutForGood() {
    make("guessed", "[\"forestry\"]", "[]");
    Asker browser = Asker.browser(service.address());
    for (int i = 0; i < 4; i++) {
      assertThat(logIn(browser, "guessed", "wrong", "").status()).isEqualTo(401);
    }
    Asker.Answer slow = logIn(browser, "guessed", PASSWORD, "");
    assertThat(slow.status()).as("even with the right password").isEqualTo(429);
    assertThat(slow.headers().firstValue("Retry-After")).contains("1");
    service.pass(Duration.ofSeconds(2));
    assertThat(logIn(browser, "guessed", "wrong", "").status()).isEqualTo(401);
    assertThat(logIn(browser, "guessed", "wrong", "").headers().firstValue("Retry-After"))
        .contains("2");
    service.pass(Duration.ofMinutes(6));
    assertThat(logIn(browser, "guessed", PASSWORD, "").status()).isEqualTo(200);
    assertThat(logIn(browser, "guessed", "wrong", "").status()).isEqualTo(401);
  }

  @Test
  void slowsDownAnAddressThatTriesManyAccounts() {
    Asker browser = Asker.browser(service.address());
    for (int i = 0; i < 20; i++) {
      assertThat(logIn(browser, "nobody" + i, "wrong", "").status()).isEqualTo(401);
    }
    assertThat(logIn(browser, "nobody20", "wrong", "").status()).isEqualTo(429);
  }

  @Test
  void saysTheSameOfAWrongPasswordAndOfAnAccountThatThereIsNot() {
    make("there", "[\"forestry\"]", "[]");
    Asker browser = Asker.browser(service.address());
    assertThat(logIn(browser, "there", "wrong", "").text())
        .isEqualTo(logIn(browser, "nowhere", "wrong", "").text());
  }

  @Test
  void followsTheAccountAtOnce() {
    make("moved", "[\"forestry\"]", "[\"431127\"]");
    Asker moved = Asker.browser(service.address()).logIn("moved", PASSWORD);
    assertThat(moved.get("/api/v1/rejects").status()).isEqualTo(403);
    change("moved", "{\"roles\":[\"inspector\"],\"counties\":[]}");
    assertThat(moved.get("/api/v1/rejects").status()).isEqualTo(200);
    assertThat(moved.get(SESSION).json().get("roles").toString()).contains("inspector");
    change("moved", "{\"disabled\":true}");
    assertThat(moved.get("/api/v1/alerts").status()).isEqualTo(401);
    assertThat(logIn(moved, "moved", PASSWORD, "").rule()).isEqualTo("wrong-credentials");
  }

  @Test
  void endsTheOtherSessionsWithAnotherPassword() {
    make("changes", "[\"forestry\"]", "[]");
    Asker here = Asker.browser(service.address()).logIn("changes", PASSWORD);
    Asker there = Asker.browser(service.address()).logIn("changes", PASSWORD);
    String path = SESSION + "/password";
    String wrong = "{\"password\":\"x\",\"newPassword\":\"noch eine Losung 8\"}";
    assertThat(here.send("PUT", path, wrong).status()).isEqualTo(401);
    String right = wrong.replace("\"x\"", "\"" + PASSWORD + "\"");
    Asker.Answer changed = here.send("PUT", path, right);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(here.get("/api/v1/alerts").status()).isEqualTo(200);
    assertThat(there.get("/api/v1/alerts").status()).isEqualTo(401);
    assertThat(logIn(there, "changes", PASSWORD, "").status()).isEqualTo(401);
  }

  @Test
  void keepsAnAdministratorAndRefusesWhatCannotBeAnAccount() {
    Asker all = service.everything();
    List.of(
            "{\"account\":\"x y\",\"name\":\"n\",\"password\":\"%s\",\"roles\":[\"forestry\"]}",
            "{\"account\":\"ok.name\",\"name\":\"\",\"password\":\"%s\",\"roles\":[\"forestry\"]}",
            "{\"account\":\"ok.name\",\"name\":\"n\",\"password\":\"%s\",\"roles\":[\"king\"]}",
            "{\"account\":\"ok.name\",\"name\":\"n\",\"password\":\"%s\",\"roles\":[]}",
            "{\"account\":\"ok.name\",\"name\":\"n\",\"roles\":[\"forestry\"]}",
            "{\"account\":\"ok.name\",\"name\":\"n\",\"password\":\"%s\",\"roles\":[\"forestry\"],"
                + "\"counties\":[\"110000\"]}")
        .forEach(
            body ->
                assertThat(all.send("POST", "/api/v1/accounts", body.formatted(PASSWORD)).status())
                    .as(body)
                    .isEqualTo(400));
    make("twice", "[\"forestry\"]", "[]");
    assertThat(
            all.send(
                    "POST",
                    "/api/v1/accounts",
                    "{\"account\":\"TWICE\",\"name\":\"n\",\"password\":\"%s\",\"roles\":[\"public\"]}"
                        .formatted(PASSWORD))
                .status())
        .isEqualTo(409);
    assertThat(all.send("PUT", "/api/v1/accounts/chief", "{\"disabled\":true}").status())
        .isEqualTo(409);
    assertThat(all.send("PUT", "/api/v1/accounts/none", "{}").status()).isEqualTo(404);
    assertThat(all.get("/api/v1/accounts").text()).doesNotContain("argon2id", PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"account\":null}",
        "{\"account\":\"\"}",
        "{\"account\":1,\"password\":2}",
        "{\"account\":{\"$ne\":1},\"password\":[]}",
        "{\"account\":\"a'; DROP TABLE account; --\",\"password\":\"x\"}",
        "{\"account\":\"ab\\u0000\",\"password\":\"x\"}",
        "{\"account\":\"ab\",\"password\":\"\\ud800\"}"
      })
  void answersMalformedCredentialsWithoutBreaking(String body) {
    assertThat(service.nobody().send("POST", SESSION, body).status()).isBetween(400, 429);
  }

  @Test
  void answersLongCredentialsWithoutBreaking() {
    String body =
        "{\"account\":\"ab\",\"password\":\"%s\",\"totp\":\"%s\"}"
            .formatted("p".repeat(100_000), "1".repeat(1_000));
    assertThat(service.nobody().send("POST", SESSION, body).status()).isEqualTo(401);
    String name = "{\"account\":\"%s\",\"password\":\"x\"}".formatted("a".repeat(100_000));
    assertThat(service.nobody().send("POST", SESSION, name).status()).isEqualTo(400);
  }

  private static void make(String account, String roles, String counties) {
    Asker.Answer made =
        service
            .everything()
            .send(
                "POST",
                "/api/v1/accounts",
                "{\"account\":\"%s\",\"name\":\"n\",\"password\":\"%s\",\"roles\":%s,\"counties\":%s}"
                    .formatted(account, PASSWORD, roles, counties));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private static void change(String account, String body) {
    assertThat(service.everything().send("PUT", "/api/v1/accounts/" + account, body).status())
        .isEqualTo(200);
  }

  private static Asker.Answer setUp(Asker asker, String code, String account, String password) {
    return asker.send(
        "POST",
        SESSION + "/setup",
        "{\"code\":\"%s\",\"account\":\"%s\",\"name\":\"首长\",\"password\":\"%s\"}"
            .formatted(code, account, password));
  }

  private static Asker.Answer logIn(Asker asker, String account, String password, String totp) {
    return asker.send(
        "POST",
        SESSION,
        "{\"account\":\"%s\",\"password\":\"%s\",\"totp\":\"%s\"}"
            .formatted(account, password, totp));
  }

  private static Asker.Answer confirm(Asker asker, String code) {
    return asker.send(
        "POST", SESSION + "/second-factor/confirmation", "{\"totp\":\"" + code + "\"}");
  }

  /** What an authenticator application shows. */
  private static String code(String secret) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(new Base32().decode(secret), "RAW"),
              service.bean(ServiceForTests.Moving.class).instant());
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
