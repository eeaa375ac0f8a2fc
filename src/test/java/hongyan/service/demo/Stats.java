package hongyan.service.demo;

import hongyan.pipelines.air.Pollutant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Plain statistics of a generated year; not the standards' arithmetic, which the product has. */
final class Stats {
  private Stats() {}

  /** Returns the mean of each day, over the values flagged normal. */
  static DoubleStream days(SiteYear site, Pollutant pollutant) {
    return IntStream.range(0, site.values().get(pollutant).length / 24)
        .mapToDouble(day -> mean(site, pollutant, day * 24, day * 24 + 24))
        .filter(mean -> !Double.isNaN(mean));
  }

  static double month(DemoYear year, SiteYear site, Pollutant pollutant, int month) {
    return IntStream.range(0, year.days().count())
        .filter(day -> year.days().day(day).getMonthValue() == month)
        .mapToDouble(day -> mean(site, pollutant, day * 24, day * 24 + 24))
        .filter(mean -> !Double.isNaN(mean))
        .average()
        .orElseThrow();
  }

  /** Returns the mean over the evaluation points of the towns. */
  static double mean(DemoYear year, Pollutant pollutant) {
    return evaluation(year).stream()
        .mapToDouble(site -> days(site, pollutant).average().orElseThrow())
        .average()
        .orElseThrow();
  }

  /** Returns the share of days on which the towns' mean keeps the limits of its date. */
  static double goodDays(DemoYear year) {
    long good = IntStream.range(0, year.days().count()).filter(day -> isGood(year, day)).count();
    return good / (double) year.days().count();
  }

  private static boolean isGood(DemoYear year, int day) {
    boolean since2026 = !year.days().day(day).isBefore(LocalDate.parse("2026-03-01"));
    return city(year, Pollutant.PM25, day) <= (since2026 ? 60.5 : 75.5)
        && city(year, Pollutant.PM10, day) <= (since2026 ? 120.5 : 150.5)
        && ozone(year, day) <= 160.5;
  }

  private static double city(DemoYear year, Pollutant pollutant, int day) {
    return evaluation(year).stream()
        .mapToDouble(site -> mean(site, pollutant, day * 24, day * 24 + 24))
        .filter(mean -> !Double.isNaN(mean))
        .average()
        .orElseThrow();
  }

  private static double ozone(DemoYear year, int day) {
    return evaluation(year).stream()
        .mapToDouble(site -> eightHours(site, day))
        .filter(mean -> !Double.isNaN(mean))
        .average()
        .orElseThrow();
  }

  private static double eightHours(SiteYear site, int day) {
    return IntStream.rangeClosed(8, 24)
        .mapToDouble(end -> mean(site, Pollutant.O3, day * 24 + end - 8, day * 24 + end))
        .filter(mean -> !Double.isNaN(mean))
        .max()
        .orElse(Double.NaN);
  }

  private static List<SiteYear> evaluation(DemoYear year) {
    return year.air().stream().filter(s -> s.site().air() == DemoSite.Air.TOWN).toList();
  }

  private static double mean(SiteYear site, Pollutant pollutant, int from, int to) {
    int[] values = site.values().get(pollutant);
    char[] flags = site.flags().get(pollutant);
    return IntStream.range(from, to)
        .filter(hour -> values[hour] != SiteYear.MISSING && flags[hour] == 'N')
        .map(hour -> values[hour])
        .average()
        .orElse(Double.NaN);
  }
}
