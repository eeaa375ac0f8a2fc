package hongyan.service.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far what the platform has is on its way to evidence. Administrative Penalty Law (2021),
 * article 41: records of technical devices are reviewed technically and legally before they are
 * used.
 */
public enum ReviewState {
  CAPTURED("已采集"),
  TECHNICALLY_REVIEWED("已技术审核"),
  LEGALLY_REVIEWED("已法制审核"),
  USABLE("可作证据");

  private final String chinese;

  ReviewState(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** Returns the word of the interface, for example {@code technically-reviewed}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ReviewState> find(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }

  /** Returns where a subject stands: what was said last, captured when nothing was. */
  static ReviewState of(List<Review> reviews) {
    return reviews.isEmpty()
        ? CAPTURED
        : find(reviews.get(reviews.size() - 1).state()).orElseThrow();
  }

  /** Returns whether a review may lead there: one step on, or back to the beginning. */
  boolean mayBecome(ReviewState next) {
    return next == CAPTURED ? this != CAPTURED : next.ordinal() == ordinal() + 1;
  }
}
