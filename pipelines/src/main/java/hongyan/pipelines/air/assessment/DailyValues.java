package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gbt8170;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The valid daily values of one pollutant in one period, unrounded.
 *
 * @param byDate those that count
 * @param deducted days with a valid value that the series leaves out
 */
record DailyValues(
    Pollutant pollutant,
    CivilPeriod period,
    Map<LocalDate, BigDecimal> byDate,
    Set<LocalDate> deducted) {

  static DailyValues of(Pollutant pollutant, SubjectDays subject, Series series) {
    Map<LocalDate, BigDecimal> values = new TreeMap<>();
    Set<LocalDate> deducted = new HashSet<>();
    for (AirFigure day : subject.days()) {
      LocalDate date = LocalDate.parse(day.date());
      for (Mean mean : day.means()) {
        BigDecimal value = mean.value();
        if (mean.pollutant() == pollutant && mean.valid() && value != null) {
          if (series.deducts(pollutant) && subject.dust().contains(date)) {
            deducted.add(date);
          } else {
            values.put(date, value);
          }
        }
      }
    }
    return new DailyValues(pollutant, subject.period(), values, deducted);
  }

  int count() {
    return byDate.size();
  }

  Collection<BigDecimal> values() {
    return byDate.values();
  }

  /**
   * Returns whether the period was measured on enough days. A day that is deducted was measured:
   * that it does not count takes nothing from the data's validity (the platform's own reading).
   */
  boolean enoughUnder(Hj663 rules) {
    Set<LocalDate> measured = new HashSet<>(byDate.keySet());
    measured.addAll(deducted);
    return !byDate.isEmpty() && rules.enoughDays(measured, period);
  }

  Optional<BigDecimal> findMean() {
    return byDate.isEmpty() ? Optional.empty() : Optional.of(Gbt8170.mean(values()));
  }

  Optional<BigDecimal> findPercentile(int percent) {
    return byDate.isEmpty() ? Optional.empty() : Optional.of(Hj663.percentile(values(), percent));
  }

  /** Returns on how many days the value, as it is reported, is above {@code limit}. */
  int countAbove(BigDecimal limit) {
    return (int)
        values().stream()
            .filter(value -> Gbt8170.round(pollutant, value).compareTo(limit) > 0)
            .count();
  }
}
