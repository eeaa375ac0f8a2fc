package hongyan.pipelines.job;

import hongyan.pipelines.alerts.Alert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.NullUnmarked;

/**
 * Keeps back an alert until there has been cause for it for {@link #MILLIS}. While much is read at
 * once, a backlog or the whole log, its partitions do not advance together: a device then seems
 * silent for a second, only because the reports of those beside it are ahead of its own. State of
 * the key at hand; what has settled or is gone is forgotten.
 */
@NullUnmarked
final class Settling {

  /** Two of the longest beats: nothing beside the hours that a silence or a move takes. */
  static final long MILLIS = 2 * Coalescing.LONGEST_MILLIS;

  private final MapState<String, Long> since;

  Settling(RuntimeContext runtime) {
    since = runtime.getMapState(new MapStateDescriptor<>("since", String.class, Long.class));
  }

  /**
   * Returns those of {@code causes} that were raised before or have settled, and sets a timer for
   * the others.
   *
   * @param former the alerts that were sent last, of every id
   */
  List<Alert> settled(Collection<Alert> former, Collection<Alert> causes, TimerService timers)
      throws Exception {
    Set<String> known = ids(former);
    Set<String> all = ids(causes);
    forgetAllBut(all);
    var settled = new ArrayList<Alert>();
    for (Alert alert : causes) {
      if (known.contains(alert.id()) || hasSettled(alert.id(), timers)) {
        settled.add(alert);
      }
    }
    return settled;
  }

  private boolean hasSettled(String id, TimerService timers) throws Exception {
    long now = timers.currentProcessingTime();
    Long began = since.get(id);
    if (began == null || began > now) { // the clock was set back
      began = now;
      since.put(id, now);
    }
    long held = now - began;
    if (held >= MILLIS) {
      since.remove(id);
      return true;
    }
    // By no more than a beat at once, as no timer is further away.
    timers.registerProcessingTimeTimer(
        began + (held < Coalescing.LONGEST_MILLIS ? Coalescing.LONGEST_MILLIS : MILLIS));
    return false;
  }

  private void forgetAllBut(Set<String> ids) throws Exception {
    var gone = new HashSet<String>();
    for (Map.Entry<String, Long> entry : since.entries()) {
      if (!ids.contains(entry.getKey())) {
        gone.add(entry.getKey());
      }
    }
    for (String id : gone) {
      since.remove(id);
    }
  }

  private static Set<String> ids(Collection<Alert> alerts) {
    return alerts.stream().map(Alert::id).collect(Collectors.toSet());
  }
}
