package hongyan.service.inspection;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The valid daily values of one pollutant in one year, by date, unrounded. */
record DailyValues(Pollutant pollutant, int year, Map<LocalDate, BigDecimal> byDate) {

  static DailyValues of(Pollutant pollutant, int year, List<AirFigure> days) {
    Map<LocalDate, BigDecimal> values = new TreeMap<>();
    for (AirFigure day : days) {
      LocalDate date = LocalDate.parse(day.date());
      if (day.period() == Period.DAY && date.getYear() == year) {
        for (Mean mean : day.means()) {
          BigDecimal value = mean.value();
          if (mean.pollutant() == pollutant && mean.valid() && value != null) {
            values.put(date, value);
          }
        }
      }
    }
    return new DailyValues(pollutant, year, values);
  }

  int count() {
    return byDate.size();
  }

  boolean enoughUnder(Hj663 rules) {
    return rules.enoughDays(byDate.keySet(), year);
  }

  Optional<BigDecimal> findMean() {
    // 34 digits: far from where a quotient could be taken for a tie by the rounding that follows.
    return byDate.values().stream()
        .reduce(BigDecimal::add)
        .map(sum -> sum.divide(BigDecimal.valueOf(count()), MathContext.DECIMAL128));
  }

  Optional<BigDecimal> findPercentile(int percent) {
    return byDate.isEmpty()
        ? Optional.empty()
        : Optional.of(Hj663.percentile(byDate.values(), percent));
  }
}
