package hongyan.service.hj212;

import hongyan.service.log.LogUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what all connections send to the {@link FrameDoor} in batches, so that thousands of small
 * frames share one flush of the log. Each connection has at most {@value #MOST_OF_ONE} frames here,
 * so neither memory nor one busy device can hold the others up.
 */
final class Intake implements Runnable {
  static final int MOST_OF_ONE = 16;
  private static final int BATCH = 500;
  private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);

  /** An arrival, and what to do when it has been dealt with. */
  record Entry(FrameDoor.Arrival arrival, Runnable done) {}

  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final FrameDoor door;
  private volatile boolean running = true;

  Intake(FrameDoor door) {
    this.door = door;
  }

  void add(Entry entry) {
    queue.add(entry);
  }

  /** Ends once what is here has been dealt with. */
  void stop() {
    running = false;
  }

  @Override
  public void run() {
    List<Entry> batch = new ArrayList<>(BATCH);
    while (running || !queue.isEmpty()) {
      try {
        Entry first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          take(batch);
        }
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        batch.forEach(entry -> entry.done().run());
        batch.clear();
      }
    }
  }

  private void take(List<Entry> batch) {
    try {
      door.take(batch.stream().map(Entry::arrival).toList());
    } catch (LogUnavailable unavailable) {
      LOGGER.error("{} frames were not answered; devices send again", batch.size(), unavailable);
    } catch (RuntimeException bug) {
      LOGGER.error("{} frames were not answered", batch.size(), bug);
    }
  }
}
