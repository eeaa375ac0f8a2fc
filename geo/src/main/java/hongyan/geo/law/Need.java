package hongyan.geo.law;

import hongyan.geo.zones.ZoneKind;
import java.util.Arrays;
import java.util.Optional;

/** What must be there, besides the conduct itself, for Article 7 to reach it. */
public enum Need {
  /** Items 1 to 5 and 8: forbidden anywhere in the city (article 2). */
  NOTHING("nothing", Reason.PROHIBITED) {
    @Override
    boolean isMetBy(Facts facts) {
      return true;
    }
  },
  /** Item 6. */
  ZONE_OR_BIRDS("zone-or-birds", Reason.NO_ZONE_OR_BIRDS) {
    @Override
    boolean isMetBy(Facts facts) {
      return facts.birdsThere() || !facts.zones().isEmpty();
    }
  },
  /** Item 7, first part. A flyway or a no-hunting area alone is no habitat. */
  HABITAT_OR_BIRDS("habitat-or-birds", Reason.NO_HABITAT_OR_BIRDS) {
    @Override
    boolean isMetBy(Facts facts) {
      return facts.birdsThere()
          || facts.zones().stream()
              .anyMatch(z -> z.kind() == ZoneKind.HABITAT || z.kind() == ZoneKind.RESERVE);
    }
  },
  /** Item 7, second part. */
  REGISTERED_DEVICE("registered-device", Reason.NO_REGISTERED_DEVICE) {
    @Override
    boolean isMetBy(Facts facts) {
      return facts.deviceRegistered();
    }
  };

  private final String code;
  private final Reason unmet;

  Need(String code, Reason unmet) {
    this.code = code;
    this.unmet = unmet;
  }

  abstract boolean isMetBy(Facts facts);

  /** Returns why a conduct without it is not a lead. */
  Reason unmet() {
    return unmet;
  }

  /** Returns the word that the catalogue uses. */
  public String code() {
    return code;
  }

  /** Returns the need of exactly that code, if it is one. */
  public static Optional<Need> findByCode(String code) {
    return Arrays.stream(values()).filter(need -> need.code.equals(code)).findFirst();
  }
}
