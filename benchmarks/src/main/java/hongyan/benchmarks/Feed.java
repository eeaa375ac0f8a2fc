package hongyan.benchmarks;

import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;

/**
 * Counts from 0 up to where it is let, and stays there: the clock of a stream that has ended stands
 * still. There is one in a process at a time.
 */
@SuppressWarnings("deprecation") // see AirJob
final class Feed implements SourceFunction<Integer> {
  private static final long serialVersionUID = 1L;
  private static final long LOOK_MILLIS = 5;

  private static volatile int end;
  private static volatile boolean ready;

  private volatile boolean running = true;

  static void close() {
    end = 0;
    ready = false;
  }

  static boolean isReady() {
    return ready;
  }

  static void openUntil(int number) {
    end = number;
  }

  @Override
  public void run(SourceContext<Integer> context) throws InterruptedException {
    ready = true;
    int next = 0;
    while (running) {
      if (next == end) {
        Thread.sleep(LOOK_MILLIS);
      } else {
        synchronized (context.getCheckpointLock()) {
          context.collect(next++);
        }
      }
    }
  }

  @Override
  public void cancel() {
    running = false;
  }

  /** Gives nothing and stays. */
  static final class Silent implements SourceFunction<Integer> {
    private static final long serialVersionUID = 1L;
    private volatile boolean running = true;

    @Override
    public void run(SourceContext<Integer> context) throws InterruptedException {
      while (running) {
        Thread.sleep(LOOK_MILLIS);
      }
    }

    @Override
    public void cancel() {
      running = false;
    }
  }
}
