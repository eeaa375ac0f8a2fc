package hongyan.service.problems;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How many problems of a campaign came how far: found, put right, re-checked, closed. Each step
 * counts those that are there or further.
 *
 * @param found all
 * @param atOnce those to be rectified at once
 * @param withDeadline those to be rectified with a deadline
 * @param notClosed those not closed yet
 * @param open those not put right
 * @param overdue those not put right whose deadline has passed
 * @param casesFiled those that a case was filed for
 * @param enterprises how many enterprises have problems
 * @param enterprisesRectified those of them with every problem put right
 * @param enterprisesOpen those of them with a problem that is not
 */
public record Funnel(
    int found,
    int atOnce,
    int withDeadline,
    int rectified,
    int rechecked,
    int closed,
    int notClosed,
    int open,
    int overdue,
    int casesFiled,
    int sealed,
    int enterprises,
    int enterprisesRectified,
    int enterprisesOpen) {

  /** Counts the entries of one campaign, or of several together, as they are on a day. */
  public static Funnel of(List<Problem> entries, LocalDate today) {
    Map<String, Boolean> enterprises =
        entries.stream()
            .filter(each -> each.enterprise() != null)
            .collect(
                Collectors.toMap(
                    each -> Objects.requireNonNull(each.enterprise()),
                    each -> each.state().done(),
                    Boolean::logicalAnd));
    int rectifiedEnterprises =
        (int) enterprises.values().stream().filter(Boolean::booleanValue).count();
    return new Funnel(
        entries.size(),
        kind(entries, ProblemKind.AT_ONCE),
        kind(entries, ProblemKind.WITH_DEADLINE),
        reached(entries, ProblemState.RECTIFIED),
        reached(entries, ProblemState.RECHECKED),
        reached(entries, ProblemState.CLOSED),
        entries.size() - reached(entries, ProblemState.CLOSED),
        entries.size() - reached(entries, ProblemState.RECTIFIED),
        (int) entries.stream().filter(each -> each.overdue(today)).count(),
        kind(entries, ProblemKind.CASE_FILED),
        kind(entries, ProblemKind.SEALED),
        enterprises.size(),
        rectifiedEnterprises,
        enterprises.size() - rectifiedEnterprises);
  }

  private static int kind(List<Problem> entries, ProblemKind kind) {
    return (int) entries.stream().filter(each -> each.kinds().contains(kind)).count();
  }

  private static int reached(List<Problem> entries, ProblemState state) {
    return (int) entries.stream().filter(each -> each.state().compareTo(state) >= 0).count();
  }
}
