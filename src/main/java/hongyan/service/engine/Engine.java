package hongyan.service.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** What runs the monitoring job: the same job in either. */
interface Engine extends SmartLifecycle {

  /**
   * How the job is.
   *
   * @param job Flink's word for its state, such as {@code RUNNING}, or what there is instead of one
   * @param running whether it works on what is on the log
   * @param restoredFrom the last part of the name of the checkpoint or savepoint that it went on
   *     from, or null when it began anew
   * @param checkpoint when the newest checkpoint was complete, or null before the first
   */
  record State(
      String job, boolean running, @Nullable String restoredFrom, @Nullable Instant checkpoint) {

    /** Returns the state of a job that nothing more is known of. */
    static State of(String job) {
      return new State(job, false, null, null);
    }
  }

  /** Returns how the job is now. Does not wait longer than a few seconds. */
  State state();
}
