package hongyan.service.demo;

/**
 * What all stations of the city share, hour by hour.
 *
 * <p>A stagnation factor with a memory of about three days moves everything up and down together.
 * On top of it come events on dates that the seed shifts by some days: three winter episodes, the
 * second of which reaches heavy pollution; three sand-dust events in spring, PM10 far above PM2.5;
 * three ozone episodes of some days in May, August and September.
 */
final class Weather {
  private final DemoDays days;
  private final Chance chance;
  private final double[] stagnation;
  private final double[] sunshine;
  private final double[] smog;
  private final double[] dust;
  private final double[] ozone;

  Weather(long seed, DemoDays days) {
    this.days = days;
    this.chance = Chance.of(seed, "weather");
    this.stagnation = stagnation();
    this.sunshine = chance.weather(days.hours(), 30);
    this.smog = new double[days.hours()];
    this.dust = new double[days.hours()];
    this.ozone = new double[days.hours()];
    addEvent(smog, days.number(12, 8), 84, 75);
    addEvent(smog, days.number(1, 3), 108, 170);
    addEvent(smog, days.number(2, 1), 84, 90);
    addEvent(dust, days.number(3, 12), 30, 330);
    addEvent(dust, days.number(4, 8), 24, 260);
    addEvent(dust, days.number(4, 27), 30, 380);
    addEvent(ozone, days.number(5, 22), 80, 55);
    addEvent(ozone, days.number(8, 14), 80, 50);
    addEvent(ozone, days.number(9, 18), 104, 60);
  }

  /** Scaled so that the year's mean, weighted by season, is the same for every seed. */
  private double[] stagnation() {
    double[] factor = chance.weather(days.hours(), 72);
    double sum = 0;
    double plain = 0;
    for (int hour = 0; hour < factor.length; hour++) {
      double season = days.seasonal(hour / 24, 12, 0.5);
      factor[hour] = StrictMath.exp(0.36 * factor[hour]);
      sum += factor[hour] * season;
      plain += season;
    }
    for (int hour = 0; hour < factor.length; hour++) {
      factor[hour] *= plain / sum;
    }
    return factor;
  }

  /** Adds a hill: it rises over a quarter of its hours, stays, and falls over the last quarter. */
  private void addEvent(double[] to, int day, int hours, double height) {
    int from = (day + chance.between(-4, 4)) * 24 + chance.between(0, 20);
    for (int i = 0; i < hours; i++) {
      double edge = Math.min(1, Math.min(i + 1, hours - i) * 4.0 / hours);
      int hour = Math.floorMod(from + i, to.length);
      to[hour] += height * edge;
    }
  }

  /** Returns the common factor on what people emit, 1 on average. */
  double stagnation(int hour) {
    return stagnation[hour];
  }

  double sunshine(int hour) {
    return StrictMath.exp(0.16 * sunshine[hour] - 0.013);
  }

  /** Returns PM2.5 that an episode adds, µg/m³. */
  double smog(int hour) {
    return smog[hour];
  }

  /** Returns PM10 that sand and dust from the north add, µg/m³. */
  double dust(int hour) {
    return dust[hour];
  }

  /** Returns ozone that an episode adds at the height of the afternoon, µg/m³. */
  double ozone(int hour) {
    return ozone[hour];
  }

  /** Returns whether nothing out of the ordinary goes on from noon of a day to noon of the next. */
  boolean ordinaryNight(int day) {
    for (int hour = day * 24 + 12; hour < Math.min(days.hours(), day * 24 + 36); hour++) {
      if (smog[hour] > 0 || dust[hour] > 0) {
        return false;
      }
    }
    return true;
  }
}
