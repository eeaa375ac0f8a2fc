package hongyan.pipelines.air;

import java.util.Arrays;
import java.util.Optional;

/** The six basic pollutants of GB 3095, each with the unit that the standard gives it. */
public enum Pollutant {
  PM25("PM2.5", "µg/m³"),
  PM10("PM10", "µg/m³"),
  SO2("SO2", "µg/m³"),
  NO2("NO2", "µg/m³"),
  O3("O3", "µg/m³"),
  CO("CO", "mg/m³");

  private final String code;
  private final String unit;

  Pollutant(String code, String unit) {
    this.code = code;
    this.unit = unit;
  }

  /** Returns the word that JSON, tables and documents use. */
  public String code() {
    return code;
  }

  public String unit() {
    return unit;
  }

  /** Returns the pollutant of exactly that code, if it is one. */
  public static Optional<Pollutant> findByCode(String code) {
    return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
  }
}
