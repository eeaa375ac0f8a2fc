package hongyan.service.problems;

import hongyan.geo.place.Position;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger of problems (问题台账).
 *
 * @param id the ledger's own number, or made from what it says ({@link #idOf})
 * @param campaign id of the campaign that found it
 * @param county adcode, or null for the city itself
 * @param place where, in words
 * @param problem what is wrong
 * @param department who has to see that it is put right
 * @param foundBy who found it
 * @param deadline the day by which it has to be put right
 * @param rectifiedOn the day on which it was
 * @param evidence documents that show it: title with number or address
 */
public record Problem(
    String id,
    String campaign,
    @Nullable String county,
    @Nullable String place,
    @Nullable Position position,
    @Nullable String enterprise,
    String problem,
    @Nullable String department,
    @Nullable String foundBy,
    LocalDate foundOn,
    Set<ProblemKind> kinds,
    @Nullable LocalDate deadline,
    ProblemState state,
    @Nullable LocalDate rectifiedOn,
    List<String> evidence,
    @Nullable String note) {

  public Problem {
    kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    evidence = List.copyOf(evidence);
  }

  /** Returns the entry one step on. */
  Problem in(ProblemState to, @Nullable LocalDate rectified, List<String> proofs) {
    return new Problem(
        id,
        campaign,
        county,
        place,
        position,
        enterprise,
        problem,
        department,
        foundBy,
        foundOn,
        kinds,
        deadline,
        to,
        rectified,
        proofs,
        note);
  }

  /** Returns its light on a day. */
  public @Nullable Light light(Light.Rule rule, LocalDate today) {
    return rule.of(state.done(), deadline, today);
  }

  /** Returns whether its deadline has passed and it is not put right. */
  public boolean overdue(LocalDate today) {
    return !state.done() && deadline != null && today.isAfter(deadline);
  }
}
