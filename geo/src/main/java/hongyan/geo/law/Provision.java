package hongyan.geo.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place in a law, by law and article.
 *
 * @param from first day on which it applies, in Asia/Shanghai; null when it always did
 * @param to last day on which it applies; null when it has no end
 */
public record Provision(Words name, @Nullable LocalDate from, @Nullable LocalDate to) {

  /** Returns whether a conduct of that day falls under it. */
  public boolean appliesOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
