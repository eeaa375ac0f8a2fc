package hongyan.service.alerts;

import hongyan.pipelines.series.Scope;
import hongyan.service.accounts.Person;
import hongyan.service.errors.Conflict;
import hongyan.service.handling.Clocks;
import hongyan.service.handling.Office;
import hongyan.service.history.AlertHistory;
import hongyan.service.history.HistoryEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with alerts: people move them on, merge and split them, and the clock takes them to
 * the next office. Each step is one transaction with its entry in the history.
 */
@Component
class AlertSteps {
  /** Who the history names for what the clock did. */
  static final String PLATFORM = "platform";

  private final JdbcClient jdbc;
  private final AlertStore store;
  private final AlertHistory history;
  private final Clocks clocks;
  private final Clock clock;

  AlertSteps(JdbcClient jdbc, AlertStore store, AlertHistory history, Clocks clocks, Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.history = history;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Moves an alert on, or throws {@link Conflict} that says which steps are allowed. */
  @Transactional
  public void move(String id, AlertState to, Person who, @Nullable String note) {
    StoredAlert stored = get(id);
    mustStandForItself(stored);
    AlertState from = stored.state();
    if (!from.next().contains(to)) {
      throw new Conflict(
          "alert %s is %s and cannot become %s; allowed: %s"
              .formatted(
                  id, from.code(), to.code(), from.next().stream().map(AlertState::code).toList()));
    }
    Instant now = clock.instant();
    change(id, "state = :to, since = :now, level = 0")
        .param("to", to.code())
        .param("now", now.toEpochMilli())
        .update();
    history.add(
        id, new HistoryEntry(now, who.account(), "moved", from.code(), to.code(), null, note));
    store.setDue(get(id));
  }

  /** Lets {@code into} stand for {@code id} from now on. */
  @Transactional
  public void merge(String id, String into, Person who, String note) {
    StoredAlert one = get(id);
    StoredAlert other = get(into);
    mustStandForItself(one);
    mustStandForItself(other);
    if (id.equals(into)) {
      throw new Conflict("alert %s cannot be merged into itself".formatted(id));
    }
    List<String> merged = store.listMerged(id);
    if (!merged.isEmpty()) {
      throw new Conflict(
          "alert %s stands for %s; split them first, or merge into %s".formatted(id, merged, id));
    }
    if (one.state() == AlertState.CLOSED || other.state() == AlertState.CLOSED) {
      throw new Conflict("a closed alert is neither merged nor merged into");
    }
    change(id, "merged_into = :into").param("into", into).update();
    tell(one, "merged", into, who, note);
    tell(other, "took-in", id, who, note);
    store.setDue(get(id));
  }

  /** Undoes a merge: the alert stands for itself again, in the state that it had. */
  @Transactional
  public void split(String id, Person who, String note) {
    StoredAlert one = get(id);
    String into = one.standing().mergedInto();
    if (into == null) {
      throw new Conflict("alert %s is not merged into another".formatted(id));
    }
    change(id, "merged_into = NULL").update();
    tell(one, "split", into, who, note);
    tell(get(into), "gave-back", id, who, note);
    store.setDue(get(id));
  }

  /** Takes an alert whose time is over to the next office; false when it is not due any more. */
  @Transactional
  public boolean escalate(String id) {
    StoredAlert stored = get(id);
    Instant now = clock.instant();
    int level = stored.standing().level() + 1;
    int changed =
        jdbc.sql(
                """
                UPDATE alert SET level = level + 1, escalations = escalations + 1,
                  change_no = (SELECT max(change_no) + 1 FROM alert)
                WHERE id = :id AND level = :level AND escalate_at <= :now
                """)
            .param("id", id)
            .param("level", level - 1)
            .param("now", now.toEpochMilli())
            .update();
    if (changed == 1) {
      String note = "逾期，升级至%s (overdue, now with the next office)".formatted(office(stored, level));
      history.add(id, HistoryEntry.in(stored.state().code(), now, PLATFORM, "escalated", note));
      store.setDue(get(id));
    }
    return changed == 1;
  }

  /** Lists alerts whose time with their office is over. */
  List<String> listDue(int limit) {
    return jdbc.sql("SELECT id FROM alert WHERE escalate_at <= :now ORDER BY escalate_at LIMIT :n")
        .param("now", clock.instant().toEpochMilli())
        .param("n", limit)
        .query(String.class)
        .list();
  }

  /** Sets the clocks of alerts that were raised before there were deadlines. */
  @Transactional
  public void setMissingClocks(int limit) {
    jdbc.sql("SELECT id FROM alert WHERE deadline_rule IS NULL LIMIT :n")
        .param("n", limit)
        .query(String.class)
        .list()
        .forEach(id -> store.setDue(get(id)));
  }

  private String office(StoredAlert stored, int level) {
    List<Office> offices =
        clocks.routing().listFor(stored.alert().department(), stored.alert().county());
    return offices.get(Math.min(level, offices.size() - 1)).name();
  }

  private JdbcClient.StatementSpec change(String id, String what) {
    return jdbc.sql(
            "UPDATE alert SET "
                + what
                + ", change_no = (SELECT max(change_no) + 1 FROM alert) WHERE id = :id")
        .param("id", id);
  }

  private void tell(StoredAlert about, String action, String other, Person who, String note) {
    history.add(
        about.alert().id(),
        HistoryEntry.in(about.state().code(), clock.instant(), who.account(), action, note)
            .with(other));
  }

  private StoredAlert get(String id) {
    return store
        .find(Scope.everything(), id)
        .orElseThrow(() -> new NoSuchElementException("no alert " + id));
  }

  private static void mustStandForItself(StoredAlert stored) {
    String into = stored.standing().mergedInto();
    if (into != null) {
      throw new Conflict(
          "alert %s is merged into %s, which stands for it; allowed: [split]"
              .formatted(stored.alert().id(), into));
    }
  }
}
