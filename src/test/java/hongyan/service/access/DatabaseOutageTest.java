package hongyan.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongyan.pipelines.records.Topics;
import hongyan.pipelines.series.PostgresServer;
import hongyan.service.alerts.Cases;
import hongyan.service.database.Dialect;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.log.RecordLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database goes away under the running service, and comes back. */
@OnBothDatabases
class DatabaseOutageTest {
  private static PostgresServer server;
  private static ServiceForTests service;
  private static Asker asker;

  @BeforeAll
  static void start() {
    assumeTrue(
        ServiceDatabase.dialectOfTests() == Dialect.POSTGRESQL,
        "skipped: SQLite has no server to lose; see the run of the tests on PostgreSQL");
    server = PostgresServer.startNew();
    service = ServiceForTests.start(ServiceDatabase.settings(server.createDatabase()));
    asker = service.everything();
  }

  @AfterAll
  static void end() {
    if (service != null) {
      service.close();
      server.close();
    }
  }

  @Test
  void aServerThatIsKilledAndComesBackLosesAndDoublesNothing() {
    append("before", 20);
    awaitAlerts("before", 20);
    server.kill();
    append("meanwhile", 200);
    assertUnavailable(asker.get("/api/v1/alerts"));
    assertUnavailable(transition("before-1"));
    server.start();
    awaitAlerts("meanwhile", 200);
    assertThat(transition("before-1").status()).isEqualTo(200);
    append("after", 20);
    awaitAlerts("after", 20);
    assertNothingDoubled();
  }

  @Test
  void aServerThatStandsStillHoldsNobodyForLong() throws Exception {
    append("still", 20);
    awaitAlerts("still", 20);
    List<ProcessHandle> processes = processes();
    signal("STOP", processes);
    try {
      ExecutorService callers = Executors.newFixedThreadPool(20);
      List<CompletableFuture<Asker.Answer>> asked = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        String path = n % 2 == 0 ? "/api/v1/alerts" : "/api/v1/findings";
        asked.add(CompletableFuture.supplyAsync(() -> asker.get(path), callers));
      }
      // Each of them gives up after half a minute, which would be no answer.
      asked.forEach(answer -> assertUnavailable(answer.join()));
      callers.shutdown();
      append("paused", 100);
    } finally {
      signal("CONT", processes);
    }
    awaitAlerts("paused", 100);
    assertThat(transition("still-1").status()).isEqualTo(200);
    assertNothingDoubled();
  }

  private static Asker.Answer transition(String id) {
    return asker.send("POST", "/api/v1/alerts/" + id + "/transitions", "{\"to\":\"acknowledged\"}");
  }

  /** Of the settings of each connection, those that the server knows of. */
  @Test
  void tellsTheServerHowLongToWait() {
    JdbcClient jdbc = service.bean(JdbcClient.class);
    assertThat(jdbc.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("10s");
    assertThat(jdbc.sql("SHOW application_name").query(String.class).single()).isEqualTo("hongyan");
    assertThat(jdbc.sql("SHOW idle_in_transaction_session_timeout").query(String.class).single())
        .isEqualTo("1min");
  }

  private static void assertUnavailable(Asker.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(503);
    assertThat(answer.rule()).isEqualTo("store-unavailable");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  private static void append(String name, int amount) {
    service
        .bean(RecordLog.class)
        .append(
            IntStream.rangeClosed(1, amount)
                .mapToObj(n -> Cases.net(name + "-" + n))
                .map(alert -> new RecordLog.Entry(Topics.ALERTS, alert.id(), alert))
                .toList());
  }

  private static void awaitAlerts(String name, int amount) {
    await()
        .ignoreExceptions()
        .until(
            () ->
                service
                        .bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM alert WHERE id LIKE :name")
                        .param("name", name + "-%")
                        .query(Integer.class)
                        .single()
                    == amount);
  }

  /** Each alert was raised once, the history is one chain, and no number stands there twice. */
  private static void assertNothingDoubled() {
    JdbcClient jdbc = service.bean(JdbcClient.class);
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM alert_history WHERE action = 'raised'"
                        + " GROUP BY alert_id HAVING count(*) > 1")
                .query(Integer.class)
                .list())
        .isEmpty();
    assertThat(
            jdbc.sql("SELECT change_no FROM alert GROUP BY change_no HAVING count(*) > 1")
                .query(Long.class)
                .list())
        .isEmpty();
    assertThat(asker.get("/api/v1/alerts/history/check").json().get("whole").asBoolean()).isTrue();
    assertThat(asker.get("/api/v1/audit/check").json().get("intact").asBoolean()).isTrue();
  }

  private static List<ProcessHandle> processes() {
    long backend =
        service.bean(JdbcClient.class).sql("SELECT pg_backend_pid()").query(Long.class).single();
    ProcessHandle postmaster =
        ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  private static void signal(String name, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }
  }
}
