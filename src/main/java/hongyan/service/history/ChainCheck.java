package hongyan.service.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the history is as it was written.
 *
 * @param entries how many there are
 * @param head hash of the last one; whoever notes it down can later prove that none was cut off
 * @param firstBroken the first entry that does not follow from the one before it, or null
 * @param knowsHead whether the hash that was asked about is in the chain; null when none was asked
 */
public record ChainCheck(
    boolean whole,
    long entries,
    String head,
    @Nullable Broken firstBroken,
    @Nullable Boolean knowsHead) {

  /** An entry that was changed, or before which something was changed, taken away or put in. */
  public record Broken(long entry, String alert, Instant at, String found, String expected) {}
}
