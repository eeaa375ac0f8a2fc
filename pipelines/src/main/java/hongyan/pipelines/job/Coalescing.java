package hongyan.pipelines.job;

import org.apache.flink.streaming.api.TimerService;

/**
 * Work that is done once for many changes of one key: at the next beat of the clock. Flink keeps
 * one timer for a key and a moment, so setting it again for each change costs nothing.
 *
 * <p>The beat is 0.3 s, and longer while its work takes more than a quarter of the time: a machine
 * that is behind would otherwise do the same work again for every few records, and fall further
 * behind. One for each subtask; not thread-safe, as an operator has one thread.
 */
final class Coalescing {

  private static final long SHORTEST_MILLIS = 300;
  private static final long LONGEST_MILLIS = 30_000;
  private static final long SHARE = 4;

  private long length = SHORTEST_MILLIS;
  private long beat;
  private long spentNanos;

  void atNextBeat(TimerService timers) {
    timers.registerProcessingTimeTimer((timers.currentProcessingTime() / length + 1) * length);
  }

  /** Takes down that work of the beat at {@code time} was done since {@code began} (nanoTime). */
  void worked(long time, long began) {
    if (time != beat) {
      long wanted = SHARE * spentNanos / 1_000_000;
      length = Math.min(LONGEST_MILLIS, Math.max(SHORTEST_MILLIS, wanted));
      beat = time;
      spentNanos = 0;
    }
    spentNanos += System.nanoTime() - began;
  }
}
