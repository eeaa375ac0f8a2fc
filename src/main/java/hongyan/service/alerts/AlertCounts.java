package hongyan.service.alerts;

import hongyan.pipelines.series.Scope;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door of this package for those who count alerts. */
@Component
public class AlertCounts {
  private final AlertStore store;

  AlertCounts(AlertStore store) {
    this.store = store;
  }

  /** Counts what happened from {@code from} until {@code to} and is still supported. */
  public List<AlertTotal> count(Scope scope, Instant from, Instant to) {
    return store.count(scope, from, to);
  }
}
