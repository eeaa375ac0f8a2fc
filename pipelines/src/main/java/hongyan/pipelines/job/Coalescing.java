package hongyan.pipelines.job;

import java.time.Duration;
import org.apache.flink.streaming.api.TimerService;

/**
 * Work that is done once for many changes of one key: at the next beat of the clock. Flink keeps
 * one timer for a key and a moment, so setting it again for each change costs nothing.
 *
 * <p>The beat is 0.3 s. While its work takes more than a quarter of the time it doubles, up to 10
 * s, and when that falls under a twentieth it halves: a machine that is behind would otherwise do
 * the same work again for every few records, and fall further behind. One for each subtask; not
 * thread-safe, as an operator has one thread.
 */
final class Coalescing {

  private static final long SHORTEST_MILLIS = 300;

  /** No beat is further away. */
  static final long LONGEST_MILLIS = 10_000;

  private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();
  private static final double MUCH = 0.25;
  private static final double LITTLE = 0.05;

  private long length = SHORTEST_MILLIS;
  private long windowBegan = System.nanoTime();
  private long spent;

  void atNextBeat(TimerService timers) {
    timers.registerProcessingTimeTimer((timers.currentProcessingTime() / length + 1) * length);
  }

  /** Takes down that work was done from {@code began} until {@code ended}, both in nanoTime. */
  void worked(long began, long ended) {
    spent += ended - began;
    long window = ended - windowBegan;
    if (window >= WINDOW_NANOS) {
      double share = (double) spent / window;
      if (share > MUCH) {
        length = Math.min(LONGEST_MILLIS, length * 2);
      } else if (share < LITTLE) {
        length = Math.max(SHORTEST_MILLIS, length / 2);
      }
      windowBegan = ended;
      spent = 0;
    }
  }
}
