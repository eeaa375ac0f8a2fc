package hongyan.service.replay;

import java.time.Duration;

/** Waiting, so that a test need not. */
@FunctionalInterface
public interface Pause {

  /** Waits with the thread's sleep; an interrupt ends the program's work. */
  Pause SLEEP =
      duration -> {
        try {
          Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while waiting", e);
        }
      };

  void pause(Duration duration);
}
