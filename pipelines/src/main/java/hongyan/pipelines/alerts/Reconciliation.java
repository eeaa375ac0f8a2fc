package hongyan.pipelines.alerts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said when a rule has been asked again: only what is new or other than before, and
 * what no longer holds. Pure.
 */
public final class Reconciliation {

  private static final Ground GONE =
      new Ground(
          "依据已不成立：更正或补传的数据不再支持",
          "no longer supported: corrected or later data say otherwise",
          null);

  private Reconciliation() {}

  /**
   * Lists the alerts to send. An alert that is known keeps the moment at which it was first raised.
   *
   * @param former the alerts that were sent last, of every id
   * @param now the alerts that there is cause for
   */
  public static List<Alert> changes(Collection<Alert> former, Collection<Alert> now) {
    Map<String, Alert> known =
        former.stream().collect(Collectors.toMap(Alert::id, Function.identity()));
    var changes = new ArrayList<Alert>();
    for (Alert alert : now) {
      Alert before = known.remove(alert.id());
      Alert kept = raisedAsBefore(alert, before);
      if (!kept.equals(before)) {
        changes.add(kept);
      }
    }
    known.values().stream()
        .filter(Alert::supported)
        .map(alert -> alert.withdrawn(GONE))
        .forEach(changes::add);
    return changes;
  }

  private static Alert raisedAsBefore(Alert alert, @Nullable Alert before) {
    return before == null ? alert : alert.raised(before.raisedAt());
  }
}
