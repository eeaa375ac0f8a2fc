package hongyan.pipelines.changes;

import java.util.Locale;

/** Why a figure that was there already became another. */
public enum CauseKind {
  /** A reading that nobody had, of a day that had been over and settled. */
  LATE,
  /** A newer version of a reading. */
  CORRECTED,
  /** A person's decision on a reading. */
  DECIDED;

  /** Returns the word that JSON uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
