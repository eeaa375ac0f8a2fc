package hongyan.service.hj212;

import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * The units that devices send; HJ 212-2017, table B.2, has ng/m³ for particles, the field µg/m³.
 */
public enum FactorUnit {
  NANOGRAMS("ng/m³", -9),
  MICROGRAMS("µg/m³", -6),
  MILLIGRAMS("mg/m³", -3);

  private final String code;
  private final int power;

  FactorUnit(String code, int power) {
    this.code = code;
    this.power = power;
  }

  public String code() {
    return code;
  }

  /** Returns {@code value} in the unit that GB 3095 gives the pollutant, exactly. */
  BigDecimal convert(BigDecimal value, Pollutant pollutant) {
    int own = pollutant == Pollutant.CO ? MILLIGRAMS.power : MICROGRAMS.power;
    return value.scaleByPowerOfTen(power - own);
  }

  /** Finds a unit by its code; the ASCII and the Greek spelling of µ and ³ count too. */
  static Optional<FactorUnit> find(String text) {
    String plain = text.replace('\u03BC', '\u00B5').replace("ug", "\u00B5g").replace("m3", "m³");
    return Arrays.stream(values()).filter(unit -> unit.code.equals(plain)).findFirst();
  }
}
