package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The door of this package for those who count alerts. */
@Component
public class AlertCounts {
  private static final int PAGE = 1_000;

  private final AlertStore store;

  AlertCounts(AlertStore store) {
    this.store = store;
  }

  /** Counts what happened from {@code from} until {@code to} and is still supported. */
  public List<AlertTotal> count(Scope scope, Instant from, Instant to) {
    return store.count(scope, from, to);
  }

  /** Counts the supported alerts that are in a state now. */
  public long count(AlertState state) {
    return store.count(state);
  }

  /** Lists the alerts of that time that are counted and that no permit authorises. */
  public List<Alert> list(Instant from, Instant to) {
    List<Alert> all = new ArrayList<>();
    Paging paging = Paging.first(PAGE);
    while (true) {
      Page<StoredAlert> page = store.list(Scope.everything(), counted(from, to), paging);
      page.items().forEach(stored -> all.add(stored.alert()));
      if (page.next() == null) {
        return all;
      }
      paging = new Paging(PAGE, page.next());
    }
  }

  private static AlertFilter counted(Instant from, Instant to) {
    return new AlertFilter(
        null, null, null, null, null, null, null, from, to, null, false, true, null, null, null,
        false);
  }

  /** Names the records and zone versions that an alert rests on. */
  public static List<String> records(Alert alert) {
    return Stream.concat(
            alert.grounds().stream().map(Ground::record).filter(Objects::nonNull),
            alert.zones().stream().map(zone -> "zone/" + zone.id() + "/" + zone.version()))
        .distinct()
        .toList();
  }
}
