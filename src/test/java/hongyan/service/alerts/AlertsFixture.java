package hongyan.service.alerts;

import hongyan.geo.city.City;
import hongyan.geo.law.Article7;
import hongyan.pipelines.alerts.Alert;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.handling.Clocks;
import hongyan.service.handling.Deadlines;
import hongyan.service.handling.Routing;
import hongyan.service.history.AlertHistory;
import hongyan.service.patrol.PatrolFixture;
import hongyan.service.warnings.WarningStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alerts' parts on a database, for tests of those who stand on them. */
public final class AlertsFixture {
  public static final Person OPERATOR =
      new Person("operator", "operator", Set.of(Role.values()), Set.of());

  private static final Clocks CLOCKS =
      new Clocks(Deadlines.load(), Routing.load(City.open("yongzhou")));

  final JdbcClient jdbc;
  final AlertHistory history;
  final AlertStore store;
  final AlertSteps steps;
  private final Clock clock;

  public AlertsFixture(JdbcClient jdbc) {
    this(jdbc, Clock.fixed(Instant.parse("2024-12-20T12:00:00Z"), ZoneOffset.UTC));
  }

  public AlertsFixture(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.history = new AlertHistory(jdbc);
    this.store = new AlertStore(jdbc, history, CLOCKS, clock);
    this.steps = new AlertSteps(jdbc, store, history, CLOCKS, clock);
  }

  public void save(Alert alert) {
    store.save(alert);
  }

  public AlertBook book() {
    return new AlertBook(store);
  }

  public AlertHistory history() {
    return history;
  }

  public PermitUse permitUse() {
    return new PermitUse(jdbc);
  }

  public void beat() {
    new Escalation(steps).beat();
  }

  public Object controller(Clock atThatTime) {
    return controller(OPERATOR);
  }

  /** Returns the controller as {@code who} meets it. */
  public Object controller(Person who) {
    return new AlertController(
        store, steps, views(), new WarningStore(jdbc), () -> who, handlers(who));
  }

  AlertStream stream() {
    return new AlertStream(store, views(), () -> OPERATOR);
  }

  private AlertViews views() {
    return new AlertViews(store, CLOCKS, Article7.load(), PatrolFixture.layer(jdbc), clock);
  }

  /** Moves an alert on, as the operator. */
  public void move(String id, String to) {
    steps.move(id, AlertState.valueOf(to.toUpperCase(Locale.ROOT)), OPERATOR, null);
  }

  public Handlers handlers(Person who) {
    return new Handlers(store, () -> who, new Permissions());
  }

  public Object historyController() {
    return new HistoryController(history, new Workload(jdbc, CLOCKS, clock));
  }
}
