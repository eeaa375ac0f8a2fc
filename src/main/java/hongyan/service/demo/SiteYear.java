package hongyan.service.demo;

import hongyan.pipelines.air.Pollutant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * A year of hourly values of one station.
 *
 * <p>Values are whole numbers: µg/m³, and tenths of mg/m³ for CO. {@link #MISSING} is no value.
 * Flags are HJ 212's letters.
 */
record SiteYear(DemoSite site, Map<Pollutant, int[]> values, Map<Pollutant, char[]> flags) {
  static final int MISSING = -1;

  /** Returns a year of missing values for the pollutants that the station measures. */
  static SiteYear empty(DemoSite site, int hours) {
    Map<Pollutant, int[]> values = new EnumMap<>(Pollutant.class);
    Map<Pollutant, char[]> flags = new EnumMap<>(Pollutant.class);
    for (Pollutant pollutant : Pollutant.values()) {
      boolean particles = pollutant == Pollutant.PM25 || pollutant == Pollutant.PM10;
      if (particles || site.air() != DemoSite.Air.PASS) {
        values.put(pollutant, filled(hours));
        char[] normal = new char[hours];
        Arrays.fill(normal, 'N');
        flags.put(pollutant, normal);
      }
    }
    return new SiteYear(site, values, flags);
  }

  private static int[] filled(int hours) {
    int[] missing = new int[hours];
    Arrays.fill(missing, MISSING);
    return missing;
  }

  int value(Pollutant pollutant, int hour) {
    return values.get(pollutant)[hour];
  }
}
