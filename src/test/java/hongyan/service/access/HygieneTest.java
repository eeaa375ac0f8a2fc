package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.database.OnBothDatabases;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told to refrain from, and what a stranger is not told. */
@OnBothDatabases
class HygieneTest {
  private static ServiceForTests service;

  @BeforeAll
  static void start() {
    service = ServiceForTests.shared();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/counties", "/swagger-ui/index.html", "/api/v1/alerts"})
  void tellsBrowsersWhatNotToDo(String path) {
    HttpHeaders headers = service.nobody().get(path).headers();
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    String policy = headers.firstValue("Content-Security-Policy").orElse("");
    assertThat(policy).contains("frame-ancestors 'none'", "base-uri 'none'", "default-src");
    assertThat(policy).doesNotContain("script-src 'self' 'unsafe-inline'", "unsafe-eval");
    assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
  }

  @Test
  void letsPagesHaveTheirScriptsInFilesOnly() {
    assertThat(policy("/")).contains("default-src 'none'", "script-src 'self'", "style-src 'self'");
    assertThat(policy("/api/v1/inspection/report")).contains("default-src 'none'");
    assertThat(policy("/swagger-ui/index.html")).contains("style-src 'self' 'unsafe-inline'");
  }

  private static String policy(String path) {
    return service.nobody().get(path).headers().firstValue("Content-Security-Policy").orElse("");
  }

  @Test
  void showsTheInterfacePageToEverybody() {
    assertThat(service.nobody().get("/swagger-ui/index.html").status()).isEqualTo(200);
    assertThat(service.nobody().get("/swagger-ui/swagger-initializer.js").text())
        .contains("/v3/api-docs/swagger-config");
    assertThat(service.nobody().get("/v3/api-docs/swagger-config").status()).isEqualTo(200);
  }

  @Test
  void tellsAStrangerNothingOfHowItRuns() {
    assertThat(service.nobody().get("/actuator/health").text()).doesNotContain("components", "db");
    assertThat(service.everything().get("/actuator/health").text()).contains("components");
    assertThat(service.nobody().get("/actuator/prometheus").status()).isEqualTo(401);
    assertThat(service.everything().get("/actuator/prometheus").status()).isEqualTo(200);
    assertThat(service.nobody().get("/actuator/env").status()).isEqualTo(401);
    Asker.Answer turnedAway = service.nobody().get("/api/v1/alerts");
    assertThat(turnedAway.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(turnedAway.text()).doesNotContain("xception", "hongyan.", "org.", "java");
    assertThat(service.nobody().get("/api/v1/there-is-no-such-thing").status()).isEqualTo(401);
    assertThat(service.everything().get("/api/v1/there-is-no-such-thing").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/alerts;x=1",
        "/api/v1//alerts",
        "/api/v1/public/../alerts",
        "/api/v1/public/%2e%2e/alerts",
        "/api/v1/alerts%2Fstream",
        "/api/v1/%61lerts",
        "/api/v1/alerts%00",
        "/API/v1/alerts",
        "/api/v1/alerts/",
        "/swagger-ui/..%2f..%2fapi/v1/alerts"
      })
  void findsNoWayAround(String path) {
    Asker.Answer answer = service.nobody().get(service.address() + path);
    assertThat(answer.status()).isIn(400, 401, 404);
    assertThat(answer.text()).doesNotContain("items");
  }
}
