package hongyan.pipelines.air;

import java.util.Arrays;
import java.util.Optional;

/** The averaging periods that a reading may have, by their ISO 8601 names. */
public enum Averaging {
  PT1M(1),
  PT5M(5),
  PT10M(10),
  PT1H(60);

  private final int minutes;

  Averaging(int minutes) {
    this.minutes = minutes;
  }

  public int minutes() {
    return minutes;
  }

  /** Returns whether hourly values are made of values of this averaging. */
  public boolean isShort() {
    return minutes < PT1H.minutes;
  }

  /** Returns the averaging of that name, if it is one. */
  public static Optional<Averaging> findByCode(String code) {
    return Arrays.stream(values()).filter(a -> a.name().equals(code)).findFirst();
  }
}
