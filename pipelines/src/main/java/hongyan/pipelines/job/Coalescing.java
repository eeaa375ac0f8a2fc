package hongyan.pipelines.job;

import org.apache.flink.streaming.api.TimerService;

/**
 * Work that is done once for many changes of one key: at the next beat of the clock. Flink keeps
 * one timer for a key and a moment, so setting it again for each change costs nothing.
 */
final class Coalescing {

  private static final long BEAT_MILLIS = 300;

  private Coalescing() {}

  static void atNextBeat(TimerService timers) {
    long now = timers.currentProcessingTime();
    timers.registerProcessingTimeTimer((now / BEAT_MILLIS + 1) * BEAT_MILLIS);
  }
}
