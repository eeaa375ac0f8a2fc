package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Aqi;
import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The good days (优良天数) of one subject over a period: those with an AQI of at most 100. Days of sand
 * and dust stay in, as the national reports have it.
 *
 * @param basis {@code as-reported}: each day by the standard of its date; {@code one-standard}: all
 *     days by the one that {@code standards} names, so that they can be compared
 * @param standards versions of HJ 633, oldest first
 * @param good days with an AQI of at most 100
 * @param count days with an AQI that the standard lets be published
 * @param rate good days of those, per cent; null without any
 * @param valid whether those are as many as a statistic of the period needs
 * @param levels days by level, 1 to 6
 * @param primary days by primary pollutant, a day with several counted for each
 */
public record GoodDays(
    String subject,
    String period,
    String basis,
    List<String> standards,
    int good,
    int count,
    @Nullable BigDecimal rate,
    boolean valid,
    Map<Integer, Integer> levels,
    Map<String, Integer> primary) {
  /** The greatest AQI of a good day. */
  public static final int GOOD_AQI = 100;

  /** The AQI of one day. */
  private record Day(LocalDate date, String standard, int aqi, int level, List<Pollutant> primary) {
    boolean good() {
      return aqi <= GOOD_AQI;
    }
  }

  /** Counts each day by the standard of its date. */
  public static GoodDays asReported(SubjectDays subject) {
    List<Day> days = new ArrayList<>();
    for (AirFigure day : subject.days()) {
      Integer aqi = day.aqi();
      Integer level = day.level();
      if (day.valid() && aqi != null && level != null) {
        days.add(new Day(LocalDate.parse(day.date()), day.standard(), aqi, level, day.primary()));
      }
    }
    return of(subject, "as-reported", days.stream().map(Day::standard).toList(), days);
  }

  /**
   * Counts all days by one version. Applied to days after its time, HJ 633-2012 goes without the
   * highest hour of ozone, which is not kept among a day's means.
   */
  public static GoodDays under(AqiStandard standard, SubjectDays subject) {
    List<Day> days = new ArrayList<>();
    for (AirFigure day : subject.days()) {
      Aqi index = Aqi.ofDay(standard, day);
      Integer aqi = index.aqi();
      Integer level = index.level();
      if (aqi != null && level != null) {
        days.add(new Day(LocalDate.parse(day.date()), standard.id(), aqi, level, index.primary()));
      }
    }
    return of(subject, "one-standard", List.of(standard.id()), days);
  }

  private static GoodDays of(
      SubjectDays subject, String basis, List<String> standards, List<Day> days) {
    CivilPeriod period = subject.period();
    List<Hj663> versions = Hj663.listIn(period);
    Hj663 rules = versions.get(versions.size() - 1);
    int good = (int) days.stream().filter(Day::good).count();
    Set<LocalDate> dates = new HashSet<>();
    Map<Integer, Integer> levels = new TreeMap<>();
    Map<String, Integer> primary = new TreeMap<>();
    for (Day day : days) {
      dates.add(day.date());
      levels.merge(day.level(), 1, Integer::sum);
      day.primary().forEach(each -> primary.merge(each.code(), 1, Integer::sum));
    }
    return new GoodDays(
        subject.subject(),
        period.code(),
        basis,
        standards.stream().distinct().sorted().toList(),
        good,
        days.size(),
        days.isEmpty() ? null : rules.rate(good, days.size()),
        rules.enoughDays(dates, period),
        levels,
        primary);
  }
}
