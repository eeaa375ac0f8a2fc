package hongyan.service.problems;

import hongyan.geo.law.Words;
import java.util.Locale;

/**
 * How a problem is dealt with. One is rectified at once or with a deadline; a case and a seal may
 * come on top of either, or stand alone.
 */
public enum ProblemKind {
  AT_ONCE("立行立改", "rectified at once"),
  WITH_DEADLINE("限期整改", "rectified with a deadline"),
  CASE_FILED("立案查处", "case filed"),
  SEALED("查封", "sealed");

  private final Words words;

  ProblemKind(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Words words() {
    return words;
  }
}
