package hongyan.pipelines.job;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.jspecify.annotations.NullUnmarked;

/**
 * Sees to it that an operator's timers ring within {@link Coalescing#LONGEST_MILLIS}, whatever the
 * machine's clock does. Flink's timers are moments of that clock, also over a restart: those that
 * were set while it was a day ahead would ring a day after it was set right, and what waits for
 * them, a day's figure or an alert, would be as late.
 */
@NullUnmarked
final class NearTimers {

  private static final long LOOK_MILLIS = 1_000;

  /** What Flink's operators call the timers of their function. */
  private static final String NAME = "user-timers";

  private final InternalTimerService<VoidNamespace> timers;
  private final KeyContext keys;
  private long last;

  private NearTimers(InternalTimerService<VoidNamespace> timers, KeyContext keys) {
    this.timers = timers;
    this.keys = keys;
    this.last = timers.currentProcessingTime();
  }

  /**
   * Looks after the timers of an operator's function, restored ones among them; to be called once
   * it is open.
   */
  static <K, T extends AbstractStreamOperator<?> & Triggerable<K, VoidNamespace>> NearTimers keep(
      T operator) throws Exception {
    NearTimers near =
        new NearTimers(
            operator.getInternalTimerService(NAME, VoidNamespaceSerializer.INSTANCE, operator),
            operator);
    near.bringNear(near.last);
    // Flink counts a delay by the time that passes, not by the clock.
    operator
        .getProcessingTimeService()
        .scheduleWithFixedDelay(time -> near.look(), LOOK_MILLIS, LOOK_MILLIS);
    return near;
  }

  /** Brings timers near again if the clock was set back since the last look. */
  void look() throws Exception {
    long now = timers.currentProcessingTime();
    if (now < last) {
      bringNear(now);
    }
    last = now;
  }

  private void bringNear(long now) throws Exception {
    List<Far> all = new ArrayList<>();
    timers.forEachProcessingTimeTimer(
        (none, time) -> {
          if (time > now + Coalescing.LONGEST_MILLIS) {
            all.add(new Far(keys.getCurrentKey(), time));
          }
        });
    for (Far far : all) {
      keys.setCurrentKey(far.key());
      timers.deleteProcessingTimeTimer(VoidNamespace.INSTANCE, far.time());
      timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, now);
    }
  }

  private record Far(Object key, long time) {}
}
