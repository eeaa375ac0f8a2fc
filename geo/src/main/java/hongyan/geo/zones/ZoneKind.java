package hongyan.geo.zones;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of zone, kept apart because the law keeps them apart: a flyway is not a no-hunting area
 * (Wildlife Protection Law, articles 20, 48 and 49).
 */
public enum ZoneKind {
  FLYWAY("flyway"),
  HABITAT("habitat"),
  RESERVE("reserve"),
  NO_HUNTING_AREA("no-hunting-area");

  private final String code;

  ZoneKind(String code) {
    this.code = code;
  }

  /** Returns the word that JSON, tables and documents use. */
  public String code() {
    return code;
  }

  /** Returns the kind of exactly that word. */
  public static Optional<ZoneKind> findByCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
