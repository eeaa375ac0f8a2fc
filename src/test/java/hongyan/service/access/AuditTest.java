package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.service.accounts.Role;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The audit log has who looked and who changed, and shows when somebody changed it. */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditTest {
  private static final String AUDIT = "/api/v1/audit";
  private static ServiceForTests service;
  private static JdbcClient jdbc;

  @BeforeAll
  static void start() {
    service = ServiceForTests.start(Map.of());
    jdbc = service.bean(JdbcClient.class);
  }

  @AfterAll
  static void end() {
    service.close();
  }

  @Test
  @Order(1)
  void keepsReadsOfExactPlacesChangesAndExports() {
    Asker inspector = service.token(Role.INSPECTOR);
    String account = inspector.get("/api/v1/session").json().get("account").asString();
    inspector.get("/api/v1/findings?county=431127");
    inspector.get("/api/v1/inspection/report");
    inspector.get("/api/v1/alerts");
    inspector.send("PUT", "/api/v1/zones/X", "{}");
    JsonNode entries = inspector.get(AUDIT + "?account=" + account).json().get("items");
    assertThat(entries.valueStream().map(entry -> entry.get("action").asString()))
        .containsExactly("GET /api/v1/inspection/report", "GET /api/v1/findings");
    assertThat(entries.get(1).get("detail").asString()).isEqualTo("county=431127");
    assertThat(entries.get(1).get("address").asString()).isEqualTo("127.0.0.1");
    assertThat(
            inspector
                .get(AUDIT + "?action=POST")
                .json()
                .get("items")
                .get(0)
                .get("object")
                .asString())
        .isEqualTo("/api/v1/tokens");
  }

  @Test
  @Order(2)
  void pagesThroughAllEntries() {
    JsonNode first = service.everything().get(AUDIT + "?limit=1").json();
    String next = first.get("next").asString();
    JsonNode second = service.everything().get(AUDIT + "?limit=1&cursor=" + next).json();
    assertThat(second.at("/items/0/id").asLong()).isEqualTo(first.at("/items/0/id").asLong() - 1);
    assertThat(service.everything().get(AUDIT + "?cursor=x").status()).isEqualTo(400);
  }

  @Test
  @Order(3)
  void isOneChainAlsoWhenManyAskAtOnce() {
    Asker inspector = service.token(Role.INSPECTOR);
    IntStream.range(0, 40).parallel().forEach(i -> inspector.get("/api/v1/findings?id=" + i));
    JsonNode check = inspector.get(AUDIT + "/check").json();
    assertThat(check.get("intact").asBoolean()).isTrue();
    assertThat(check.get("brokenAt").isNull()).isTrue();
    assertThat(check.get("entries").asLong()).isGreaterThanOrEqualTo(40);
  }

  @Test
  @Order(4)
  void isOnlyAddedTo() {
    assertThatThrownBy(() -> jdbc.sql("UPDATE audit SET name = 'x'").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append only");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM audit").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append only");
  }

  @Test
  @Order(5)
  void saysWhichEntryWasTakenOutOrChanged() {
    ServiceDatabase.dropTrigger(jdbc, "audit_is_kept", "audit");
    ServiceDatabase.dropTrigger(jdbc, "audit_stays", "audit");
    jdbc.sql("DELETE FROM audit WHERE id = 5").update();
    assertThat(brokenAt()).isEqualTo(6);
    jdbc.sql("UPDATE audit SET account = 'somebody else' WHERE id = 3").update();
    assertThat(brokenAt()).isEqualTo(3);
  }

  private static long brokenAt() {
    JsonNode check = service.everything().get(AUDIT + "/check").json();
    assertThat(check.get("intact").asBoolean()).isFalse();
    return check.get("brokenAt").asLong();
  }
}
