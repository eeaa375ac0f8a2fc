package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.database.OnBothDatabases;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People whom another service vouches for. */
@OnBothDatabases
class OidcTest {
  private static final String CLIENT = "spring.security.oauth2.client.";
  private static Provider provider;
  private static ServiceForTests service;

  @BeforeAll
  static void start() {
    provider = Provider.start();
    service =
        ServiceForTests.start(
            Map.of(
                CLIENT + "provider.city.issuer-uri",
                provider.issuer(),
                CLIENT + "registration.city.client-id",
                "hongyan",
                CLIENT + "registration.city.client-secret",
                "secret",
                CLIENT + "registration.city.client-name",
                "市统一身份认证",
                CLIENT + "registration.city.scope",
                "openid",
                "hongyan.oidc.roles-claim",
                "groups",
                "hongyan.oidc.roles.lyj",
                "forestry",
                "hongyan.oidc.roles.hbj",
                "environment"));
  }

  @AfterAll
  static void end() {
    service.close();
    provider.close();
  }

  @Test
  void letsInWhomTheProviderVouchesForWithTheRolesOfTheMapping() {
    provider.groups("lyj", "something else");
    Asker browser = Asker.browser(service.address());
    JsonNode way = browser.get("/api/v1/session").json().at("/signIn/0");
    assertThat(way.get("name").asString()).isEqualTo("市统一身份认证");
    Asker.Answer in = browser.get(callback(browser, way.get("href").asString()));
    assertThat(in.status()).isEqualTo(302);
    assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/");
    Asker.Answer session = browser.get("/api/v1/session");
    assertThat(session.json().get("account").asString()).isEqualTo("oidc:city:4711");
    assertThat(session.json().get("name").asString()).isEqualTo("赵六");
    assertThat(session.json().get("roles").toString()).isEqualTo("[\"forestry\",\"public\"]");
    assertThat(session.json().get("counties").toString()).isEqualTo("[\"431127\"]");
    assertThat(browser.get("/api/v1/alerts").status()).isEqualTo(200);
    assertThat(browser.get("/api/v1/rejects").status()).isEqualTo(403);
    String move = "/api/v1/alerts/x/transitions";
    assertThat(browser.send("POST", move, "{}").status()).isEqualTo(403);
    assertThat(browser.withCsrf(session).send("POST", move, "{}").status()).isEqualTo(404);
    assertThat(service.everything().get("/api/v1/audit?account=oidc:city:4711").text())
        .contains("log-in");
  }

  @Test
  void letsNobodyInWithoutARole() {
    provider.groups("something else");
    Asker browser = Asker.browser(service.address());
    String back = callback(browser, "/oauth2/authorization/city");
    assertThat(browser.get(back).status()).isEqualTo(401);
    assertThat(browser.get("/api/v1/alerts").status()).isEqualTo(401);
  }

  @Test
  void takesNoAnswerThatItDidNotAskFor() {
    provider.groups("lyj");
    Asker one = Asker.browser(service.address());
    String back = callback(one, "/oauth2/authorization/city");
    assertThat(Asker.browser(service.address()).get(back).status())
        .as("in the browser of somebody else")
        .isEqualTo(401);
    assertThat(one.get(back.replaceAll("state=[^&]*", "state=x")).status()).isEqualTo(401);
    assertThat(one.get(back).status()).as("after it was used up").isEqualTo(401);
  }

  @Test
  void takesNoTokenThatTheProviderDidNotSign() {
    provider.groups("lyj");
    provider.forge(true);
    Asker browser = Asker.browser(service.address());
    assertThat(browser.get(callback(browser, "/oauth2/authorization/city")).status())
        .isEqualTo(401);
    provider.forge(false);
  }

  /** Goes to the provider and back, and returns the address at which it comes back. */
  private static String callback(Asker browser, String from) {
    String there = browser.get(from).headers().firstValue("Location").orElseThrow();
    assertThat(there).startsWith(provider.issuer() + "/authorize?");
    return browser.get(there).headers().firstValue("Location").orElseThrow();
  }
}
