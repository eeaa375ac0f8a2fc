package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.Pollutant;
import java.util.List;

/**
 * Which days a figure is made of. The national reports show particulate matter and the composite
 * index without the days of sand and dust (环办监测〔2016〕120号), good days with them, so both are kept.
 */
public enum Series {
  ALL("all"),
  DUST_DEDUCTED("dust-deducted");

  private final String code;

  Series(String code) {
    this.code = code;
  }

  /** Returns the word that JSON has. */
  public String code() {
    return code;
  }

  /** Returns whether days of dust are left out for {@code pollutant}: PM10 and PM2.5 only. */
  boolean deducts(Pollutant pollutant) {
    return this == DUST_DEDUCTED && List.of(Pollutant.PM10, Pollutant.PM25).contains(pollutant);
  }

  /**
   * Returns the series of that code.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Series getByCode(String code) {
    for (Series series : values()) {
      if (series.code.equals(code)) {
        return series;
      }
    }
    throw new IllegalArgumentException("series=%s: all or dust-deducted".formatted(code));
  }
}
