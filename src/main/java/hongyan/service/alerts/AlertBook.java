package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door of this package for those who look alerts up. */
@Component
public class AlertBook {
  private static final int MOST = 1_000;

  private final AlertStore store;

  AlertBook(AlertStore store) {
    this.store = store;
  }

  public Optional<Alert> find(Scope scope, String id) {
    return store.find(scope, id).map(StoredAlert::alert);
  }

  /** Lists the supported pollution alerts of a span, newest first, at most a thousand. */
  public List<Alert> listPollution(Scope scope, Instant from, Instant to) {
    AlertFilter filter =
        new AlertFilter(
            "pollution", null, null, null, null, null, null, from, to, null, null, true);
    return store.list(scope, filter, Paging.first(MOST)).items().stream()
        .map(StoredAlert::alert)
        .toList();
  }
}
