package hongyan.pipelines.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person decides about a value. */
public enum Verdict {
  /** It counts, whatever rule or flag would leave it out. */
  VALID,
  /** It does not count. It stays in the record. */
  INVALID;

  /** Returns the word that JSON uses, for example {@code valid}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Verdict> findByCode(String code) {
    return Arrays.stream(values()).filter(verdict -> verdict.code().equals(code)).findFirst();
  }
}
