package hongyan.service.demo;

import hongyan.pipelines.air.Pollutant;
import java.util.List;

/**
 * Makes a year of air for one station: season x time of day x the city's weather x the station's
 * own noise, plus the city's events.
 *
 * <p>PM2.5 is highest in January and lowest in July, with peaks after the morning and the evening
 * rush; ozone the other way round, with its peak at 15:00. The two districts of the central city
 * lie above 35 µg/m³ of PM2.5 a year, the other counties below; passes and the control point are
 * cleaner. Values are illustrative, not fitted to measurements.
 */
final class AirModel {
  private static final List<String> CENTRAL_CITY = List.of("431102", "431103");

  private final long seed;
  private final DemoDays days;
  private final Weather weather;
  private final List<SmokeNight> smoke;

  AirModel(long seed, DemoDays days, Weather weather, List<SmokeNight> smoke) {
    this.seed = seed;
    this.days = days;
    this.weather = weather;
    this.smoke = smoke;
  }

  SiteYear year(DemoSite site) {
    SiteYear year = SiteYear.empty(site, days.hours());
    Chance chance = Chance.of(seed, "air/" + site.id());
    double level = level(site, chance);
    double[] own = chance.weather(days.hours(), 10);
    for (int hour = 0; hour < days.hours(); hour++) {
      double noise = StrictMath.exp(0.13 * own[hour] - 0.009);
      particles(year, hour, level * noise, chance);
      if (site.air() != DemoSite.Air.PASS) {
        gases(year, hour, level * noise, chance);
      }
    }
    new Failures(Chance.of(seed, "failures/" + site.id()), smoke).spoil(year);
    return year;
  }

  /** Returns the station's level of pollution, 1 for an ordinary county town. */
  private static double level(DemoSite site, Chance chance) {
    double own = 0.94 + 0.12 * chance.unit();
    if (site.air() == DemoSite.Air.PASS) {
      return 0.58 * own;
    }
    if (site.air() == DemoSite.Air.BACKGROUND) {
      return 0.82 * own;
    }
    return CENTRAL_CITY.contains(site.county()) ? 1.18 + 0.04 * own : own;
  }

  private void particles(SiteYear year, int hour, double level, Chance chance) {
    boolean pass = year.site().air() == DemoSite.Air.PASS;
    double rush = pass ? 0.4 : 1;
    double local = 25.4 * level * days.seasonal(hour / 24, 12, 0.5) * weather.stagnation(hour);
    double pm25 =
        local * (1 + rush * Clock.rush(hour % 24))
            + weather.smog(hour) * (0.55 + 0.4 * level)
            + weather.dust(hour) * 0.12;
    double coarse = 0.36 * pm25 + 5 * level * (1 + 0.3 * chance.normal());
    for (SmokeNight night : smoke) {
      pm25 += night.covers(year.site().id(), hour) ? night.height() : 0;
      coarse += night.covers(year.site().id(), hour) ? 0.15 * night.height() : 0;
    }
    year.values().get(Pollutant.PM25)[hour] = atLeast(2, pm25);
    year.values().get(Pollutant.PM10)[hour] =
        atLeast(3, pm25 + Math.max(0, coarse) + weather.dust(hour) * (0.8 + 0.1 * level));
  }

  private void gases(SiteYear year, int hour, double level, Chance chance) {
    int day = hour / 24;
    double stagnation = weather.stagnation(hour);
    double rush = 1 + 1.3 * Clock.rush(hour % 24);
    double no2 = 15 * level * days.seasonal(day, 5, 0.35) * stagnation * rush;
    double so2 = 7 * level * days.seasonal(day, 10, 0.25) * (0.7 + 0.3 * stagnation);
    double co = 6.5 * level * days.seasonal(day, 15, 0.25) * (0.6 + 0.4 * stagnation);
    double sun = Clock.sun(hour % 24);
    double ozone =
        28 * days.seasonal(day, 160, 0.3)
            + sun
                * (74 * days.seasonal(day, 225, 0.42) * weather.sunshine(hour)
                    + weather.ozone(hour));
    year.values().get(Pollutant.NO2)[hour] = atLeast(3, no2 + chance.normal());
    year.values().get(Pollutant.SO2)[hour] = atLeast(2, so2 + 0.7 * chance.normal());
    year.values().get(Pollutant.CO)[hour] = atLeast(2, co + weather.smog(hour) * 0.05);
    year.values().get(Pollutant.O3)[hour] = atLeast(2, ozone + 2 * chance.normal());
  }

  private static int atLeast(int least, double value) {
    return (int) Math.max(least, Math.round(value));
  }

  /** Times of day, by the number of the hour: 0 ends at 01:00. */
  private static final class Clock {
    private Clock() {}

    /** Returns how much more there is than on average: mornings, evenings; less after noon. */
    static double rush(int hour) {
      return 0.3 * hill(hour, 8, 2.2) + 0.32 * hill(hour, 20, 3) - 0.18 * hill(hour, 14, 3);
    }

    /** Returns the afternoon of ozone, 0 to 1, highest in the hour that ends at 15:00. */
    static double sun(int hour) {
      return hill(hour, 14, 3.6);
    }

    private static double hill(int hour, double peak, double width) {
      double apart = (hour - peak) / width;
      return StrictMath.exp(-0.5 * apart * apart);
    }
  }
}
