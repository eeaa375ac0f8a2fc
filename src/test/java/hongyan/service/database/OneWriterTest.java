package hongyan.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.service.accounts.Person;
import hongyan.service.alerts.Cases;
import hongyan.service.audit.AuditLog;
import hongyan.service.history.AlertHistory;
import hongyan.service.history.HistoryEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many write at once, and it is as if one had written after the other. */
@OnBothDatabases
class OneWriterTest {
  private static final int WRITERS = 4;
  private static final int EACH = 25;

  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
  private JdbcClient jdbc;
  private TransactionTemplate transaction;

  @BeforeEach
  void open(@TempDir Path folder) {
    ServiceDatabase database = ServiceDatabase.in(folder);
    jdbc = database.jdbc();
    transaction = database.transaction();
    insertAlert("a");
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void theHistoryOfAlertsDoesNotFork() throws Exception {
    AlertHistory history = new AlertHistory(jdbc);
    var entry = new HistoryEntry(Cases.RAISED, "w", "moved", "new", "seen", null, null);
    together(() -> transaction.executeWithoutResult(open -> history.add("a", entry)));
    assertThat(history.check(null).whole()).isTrue();
    assertThat(history.check(null).entries()).isEqualTo(WRITERS * EACH);
  }

  @Test
  void theAuditLogDoesNotForkAndHasNoGaps() throws Exception {
    AuditLog audit = new AuditLog(jdbc, transaction, Clock.systemUTC());
    Person person = new Person("w", "w", Set.of(), Set.of());
    together(() -> audit.add(person, "127.0.0.1", "GET /", "/", ""));
    assertThat(audit.check())
        .extracting(AuditLog.Check::entries, AuditLog.Check::intact)
        .containsExactly((long) WRITERS * EACH, true);
  }

  @Test
  void whatIsTakenBackLeavesNoGapInTheAuditLog() {
    AuditLog audit = new AuditLog(jdbc, transaction, Clock.systemUTC());
    Person person = new Person("w", "w", Set.of(), Set.of());
    audit.add(person, "127.0.0.1", "GET /", "/", "");
    transaction.executeWithoutResult(
        open -> {
          audit.add(person, "127.0.0.1", "GET /taken-back", "/", "");
          open.setRollbackOnly();
        });
    audit.add(person, "127.0.0.1", "GET /", "/", "");
    assertThat(audit.check())
        .extracting(AuditLog.Check::entries, AuditLog.Check::intact)
        .containsExactly(2L, true);
  }

  @Test
  void noChangeNumberIsGivenTwice() throws Exception {
    IntStream.range(0, WRITERS * EACH).forEach(n -> insertAlert("n" + n));
    List<Integer> ids = new ArrayList<>(IntStream.range(0, WRITERS * EACH).boxed().toList());
    together(() -> transaction.executeWithoutResult(open -> change("n" + take(ids))));
    assertThat(
            jdbc.sql("SELECT change_no FROM alert WHERE id <> 'a' ORDER BY change_no")
                .query(Long.class)
                .list())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, WRITERS * EACH).mapToObj(Long::valueOf).toList());
  }

  @Test
  void aWriterWaitsForTheOneBeforeItAlsoWhereTheyTouchDifferentRows() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<?> first =
        threads.submit(
            () ->
                transaction.executeWithoutResult(
                    open -> {
                      change("a");
                      inside.countDown();
                      await(go);
                    }));
    await(inside);
    Future<?> second =
        threads.submit(() -> transaction.executeWithoutResult(open -> insertAlert("b")));
    assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(jdbc.sql("SELECT count(*) FROM alert").query(Integer.class).single())
        .as("whoever only reads does not wait")
        .isEqualTo(1);
    go.countDown();
    first.get();
    second.get();
    assertThat(jdbc.sql("SELECT count(*) FROM alert").query(Integer.class).single()).isEqualTo(2);
  }

  private void together(Runnable write) throws InterruptedException, ExecutionException {
    List<Future<?>> all = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      all.add(threads.submit(() -> IntStream.range(0, EACH).forEach(n -> write.run())));
    }
    for (Future<?> each : all) {
      each.get();
    }
  }

  private static int take(List<Integer> ids) {
    synchronized (ids) {
      return ids.remove(ids.size() - 1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(String id) {
    jdbc.sql("UPDATE alert SET change_no = (SELECT max(change_no) + 1 FROM alert) WHERE id = :id")
        .param("id", id)
        .update();
  }

  private void insertAlert(String id) {
    jdbc.sql(
            """
            INSERT INTO alert (id, kind, grade, conduct, time, raised_at, authorised, supported,
              state, content, change_no)
            VALUES (:id, 'violation', 'grave', 'net', :at, :at, FALSE, TRUE, 'new', '{}', 0)
            """)
        .param("id", id)
        .param("at", Instant.EPOCH.toEpochMilli())
        .update();
  }
}
