package hongyan.pipelines.birds;

import hongyan.pipelines.quality.Verdict;
import java.time.Instant;
import java.util.Comparator;

/**
 * A person's decision on one bird record, as {@link hongyan.pipelines.quality.Decision} is on a
 * reading. Of several on one record the newest is in force; the others are kept.
 *
 * <p>It is about what the person saw: once a correction changes the record, it no longer holds.
 *
 * @param content {@link Occurrence#digest()} of the record that was judged
 * @param note why; may be empty
 * @param who decided
 * @param decidedAt strictly increasing within one service
 */
public record OccurrenceDecision(
    String occurrenceID,
    String content,
    Verdict verdict,
    String note,
    String who,
    Instant decidedAt) {

  private static final Comparator<OccurrenceDecision> ORDER =
      Comparator.comparing(OccurrenceDecision::decidedAt)
          .thenComparing(OccurrenceDecision::verdict)
          .thenComparing(OccurrenceDecision::content)
          .thenComparing(OccurrenceDecision::who)
          .thenComparing(OccurrenceDecision::note);

  /** Returns whether this one replaces {@code other}, whichever of them was seen first. */
  public boolean replaces(OccurrenceDecision other) {
    return ORDER.compare(this, other) > 0;
  }

  /** Returns whether it is about what {@code occurrence} says now. */
  public boolean judges(Occurrence occurrence) {
    return content.equals(occurrence.digest());
  }
}
