package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.series.Paging;
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

  public Optional<Alert> find(String id) {
    return store.find(id).map(StoredAlert::alert);
  }

  /** Returns whether there is such an alert and it is not closed. */
  public boolean isOpen(String id) {
    return store.find(id).filter(stored -> stored.state() != AlertState.CLOSED).isPresent();
  }

  /** Lists the supported pollution alerts of a span, newest first, at most a thousand. */
  public List<Alert> listPollution(Instant from, Instant to) {
    AlertFilter filter =
        new AlertFilter(
            "pollution", null, null, null, null, null, null, from, to, null, null, true);
    return store.list(filter, Paging.first(MOST)).items().stream().map(StoredAlert::alert).toList();
  }
}
