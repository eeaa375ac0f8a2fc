package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.service.accounts.PeopleFixture;
import hongyan.service.accounts.Permissions;
import hongyan.service.warnings.WarningStore;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alerts' parts on a database, for tests of those who stand on them. */
public final class AlertsFixture {
  private final AlertStore store;
  private final JdbcClient jdbc;

  public AlertsFixture(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.store = new AlertStore(jdbc);
  }

  public void save(Alert alert) {
    store.save(alert);
  }

  public AlertBook book() {
    return new AlertBook(store);
  }

  public Object controller(Clock clock) {
    return new AlertController(
        store, new WarningStore(jdbc), PeopleFixture.OPERATOR, new Permissions(), clock);
  }
}
