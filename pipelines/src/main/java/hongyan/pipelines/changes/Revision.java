package hongyan.pipelines.changes;

import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.KnownReading;
import org.jspecify.annotations.Nullable;

/**
 * A reading that is no longer what the figures were last made of.
 *
 * @param former the reading as it was then, or null when there was none
 * @param formerDecision the decision that was in force then, or null
 */
public record Revision(
    Cause cause, @Nullable KnownReading former, @Nullable Decision formerDecision) {

  /** Returns the revision from before both to after both, caused by the later. */
  public Revision then(Cause later) {
    return new Revision(later, former, formerDecision);
  }
}
