package hongyan.service.problems;

import hongyan.geo.law.Words;
import java.util.List;
import java.util.Locale;

/**
 * How far a problem is, in order. A re-check (回头看) that finds it undone, and a relapse after it was
 * closed (销号), lead back to {@link #RECTIFYING}.
 */
public enum ProblemState {
  FOUND("已发现", "found"),
  RECTIFYING("整改中", "being rectified"),
  RECTIFIED("已整改", "rectified"),
  RECHECKED("已回头看", "re-checked"),
  CLOSED("已销号", "closed");

  private final Words words;

  ProblemState(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Words words() {
    return words;
  }

  /** Returns whether the problem is put right in this state. */
  public boolean done() {
    return compareTo(RECTIFIED) >= 0;
  }

  List<ProblemState> next() {
    return switch (this) {
      case FOUND -> List.of(RECTIFYING, RECTIFIED);
      case RECTIFYING -> List.of(RECTIFIED);
      case RECTIFIED -> List.of(RECHECKED, RECTIFYING);
      case RECHECKED -> List.of(CLOSED, RECTIFYING);
      case CLOSED -> List.of(RECTIFYING);
    };
  }
}
