package hongyan.service.demo;

import hongyan.pipelines.air.Pollutant;
import java.util.List;
import java.util.Map;

/**
 * Spoils a year as instruments do: about eight outages of 2 to 18 hours, single missing values, the
 * weekly calibration flagged C, and now and then a value flagged as maintenance, faulty or out of
 * range. Leaves smoke nights alone, at the pass and around it.
 */
final class Failures {
  private static final String LETTERS = "MMDDTBF";

  private final Chance chance;
  private final List<SmokeNight> smoke;

  Failures(Chance chance, List<SmokeNight> smoke) {
    this.chance = chance;
    this.smoke = smoke;
  }

  void spoil(SiteYear year) {
    int outage = 0;
    int hours = year.values().get(Pollutant.PM25).length;
    for (int hour = 0; hour < hours; hour++) {
      boolean begins = chance.happens(8.0 / hours);
      outage = begins ? chance.between(2, 18) : Math.max(0, outage - 1);
      for (Map.Entry<Pollutant, int[]> values : year.values().entrySet()) {
        char flag = flag(values.getKey(), hour);
        boolean missing = outage > 0 || chance.happens(0.002);
        if (watched(hour)) {
          continue;
        }
        if (missing) {
          values.getValue()[hour] = SiteYear.MISSING;
        } else if (flag != 'N') {
          year.flags().get(values.getKey())[hour] = flag;
          values.getValue()[hour] += flag == 'T' ? 900 : 0;
        }
      }
    }
  }

  private char flag(Pollutant pollutant, int hour) {
    boolean gas = pollutant != Pollutant.PM25 && pollutant != Pollutant.PM10;
    if (gas && hour % (7 * 24) == 34) {
      return 'C';
    }
    return chance.happens(0.001) ? LETTERS.charAt(chance.between(0, LETTERS.length() - 1)) : 'N';
  }

  private boolean watched(int hour) {
    return smoke.stream().anyMatch(night -> night.watches(hour));
  }
}
