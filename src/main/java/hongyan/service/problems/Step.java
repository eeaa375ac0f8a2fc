package hongyan.service.problems;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a problem; it is kept for ever.
 *
 * @param who the account that took it
 * @param from the state before, or null at the beginning
 * @param evidence what was shown with this step
 * @param entry the whole entry after it
 */
public record Step(
    Instant at,
    String who,
    Action action,
    @Nullable ProblemState from,
    ProblemState to,
    @Nullable String note,
    List<String> evidence,
    Problem entry) {

  /** What was done. */
  public enum Action {
    ENTERED,
    IMPORTED,
    CORRECTED,
    MOVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Step {
    evidence = List.copyOf(evidence);
  }
}
