package hongyan.service.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an alert's history, kept for ever.
 *
 * @param at to the millisecond
 * @param who the account, {@code pipelines} for what they found, {@code platform} for what the
 *     clock did
 * @param action {@code raised}, {@code moved}, {@code escalated}, {@code merged}, {@code took-in},
 *     {@code split}, {@code gave-back}, {@code subject-added}, {@code subject-removed}, {@code
 *     support-lost}, {@code support-regained}
 * @param from the state before; null for its raising
 * @param to the state after, the same where the action moves nothing
 * @param other the other alert of a merge or split, else null
 */
public record HistoryEntry(
    Instant at,
    String who,
    String action,
    @Nullable String from,
    String to,
    @Nullable String other,
    @Nullable String note) {

  public HistoryEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns an entry about an alert that stays in its state. */
  public static HistoryEntry in(
      String state, Instant at, String who, String action, @Nullable String note) {
    return new HistoryEntry(at, who, action, state, state, null, note);
  }

  /** Returns the same about another alert too. */
  public HistoryEntry with(String otherAlert) {
    return new HistoryEntry(at, who, action, from, to, otherAlert, note);
  }
}
