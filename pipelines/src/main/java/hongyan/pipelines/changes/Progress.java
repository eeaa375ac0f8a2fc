package hongyan.pipelines.changes;

import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Reading;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a station's day has come.
 *
 * @param received when the last of its readings came
 * @param emitted whether figures have been made of it
 * @param complete whether the last of these were
 * @param changed whether its readings or decisions have changed since
 */
public record Progress(Instant received, boolean emitted, boolean complete, boolean changed) {

  public static final Progress NONE = new Progress(Instant.EPOCH, false, false, false);

  /** How long nothing more has come when a day counts as settled: the platform's own choice. */
  private static final Duration QUIET = Duration.ofHours(6);

  /**
   * Returns whether {@code reading}, of an identity that is new to the day, comes late: the day's
   * figures were complete, or the day was over and nothing had come for six hours. A backlog that
   * is loaded in one go is no change of anything, however old it is.
   */
  public boolean late(Reading reading) {
    Instant now = reading.receipt().receivedAt();
    boolean over = now.isAfter(CivilDay.endOf(CivilDay.dateOf(reading.time())));
    boolean quiet = Duration.between(received, now).compareTo(QUIET) >= 0;
    return emitted && (complete || (over && quiet));
  }

  public Progress after(Reading reading) {
    Instant now = reading.receipt().receivedAt();
    return new Progress(now.isAfter(received) ? now : received, emitted, complete, true);
  }

  public Progress decided() {
    return new Progress(received, emitted, complete, true);
  }

  public Progress emitted(boolean completed) {
    return new Progress(received, true, completed, false);
  }
}
