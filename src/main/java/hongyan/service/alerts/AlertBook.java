package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    return store.findOrJoined(scope, id).map(StoredAlert::alert);
  }

  /** Returns whether there is such an alert and it is not closed. */
  public boolean isOpen(String id) {
    return store
        .find(Scope.everything(), id)
        .filter(stored -> stored.state() != AlertState.CLOSED)
        .isPresent();
  }

  /** Lists the supported pollution alerts of a span, newest first, at most a thousand. */
  public List<Alert> listPollution(Scope scope, Instant from, Instant to) {
    AlertFilter filter =
        new AlertFilter(
            "pollution",
            null,
            null,
            null,
            null,
            null,
            null,
            from,
            to,
            null,
            null,
            true,
            null,
            null,
            null,
            null);
    return store.list(scope, filter, Paging.first(MOST)).items().stream()
        .map(StoredAlert::alert)
        .toList();
  }

  /** Returns the state of an alert, by its code. */
  public Optional<String> findState(Scope scope, String id) {
    return store.find(scope, id).map(stored -> stored.state().code());
  }

  /**
   * Lists the suspected violations of a span, newest first: not those that a permit covers, nor
   * those that their records no longer support.
   *
   * @param bbox minLon, minLat, maxLon, maxLat; null for everywhere
   */
  public List<CaseSummary> listCases(
      Scope scope, Instant from, Instant to, @Nullable List<Double> bbox) {
    AlertFilter filter =
        new AlertFilter(
            "violation",
            null,
            null,
            null,
            null,
            null,
            null,
            from,
            to,
            bbox,
            false,
            true,
            null,
            null,
            null,
            null);
    return store.list(scope, filter, Paging.first(MOST)).items().stream()
        .map(CaseSummary::of)
        .toList();
  }

  /**
   * Lists the states of the alerts that rest on a finding or casualty, named {@code finding/ID}:
   * for telling how far it is, without showing anything of them.
   */
  public List<AlertState> listStatesOf(String record) {
    return store.listStatesOf(record);
  }

  /** Returns one alert as a case. */
  public Optional<CaseSummary> findCase(Scope scope, String id) {
    return store.find(scope, id).map(CaseSummary::of);
  }
}
