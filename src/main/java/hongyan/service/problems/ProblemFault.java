package hongyan.service.problems;

import hongyan.geo.law.Words;
import org.jspecify.annotations.Nullable;

/** What is wrong with one field of an entry, by which rule. */
public record ProblemFault(ProblemField field, @Nullable String value, String rule, Words message) {

  public static ProblemFault of(
      ProblemField field, @Nullable String value, String rule, String zh, String en) {
    return new ProblemFault(field, value, rule, new Words(zh, en));
  }
}
