package hongyan.service.evidence.verify;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was checked, and what was found.
 *
 * @param check its name
 * @param outcome whether it holds
 * @param file the file that it is about, or null
 */
public record Finding(
    String check, Outcome outcome, @Nullable String file, String chinese, String english) {

  /** Whether a check holds. A note says something that is neither. */
  public enum Outcome {
    HOLDS,
    FAILED,
    NOTE
  }

  static Finding holds(String check, String chinese, String english) {
    return new Finding(check, Outcome.HOLDS, null, chinese, english);
  }

  static Finding note(String check, String chinese, String english) {
    return new Finding(check, Outcome.NOTE, null, chinese, english);
  }

  static Finding failed(String check, @Nullable String file, String chinese, String english) {
    return new Finding(check, Outcome.FAILED, file, chinese, english);
  }
}
