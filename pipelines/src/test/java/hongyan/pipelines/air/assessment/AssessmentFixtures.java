package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Aqi;
import hongyan.pipelines.air.AqiItem;
import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Days of air as a test tells them. */
final class AssessmentFixtures {
  static final String COUNTY = "431127";

  /** Clean in every pollutant under every version of the limits. */
  static final Map<Pollutant, String> CLEAN =
      Map.of(
          Pollutant.PM25, "20",
          Pollutant.PM10, "30",
          Pollutant.SO2, "5",
          Pollutant.NO2, "10",
          Pollutant.O3, "90",
          Pollutant.CO, "0.8");

  private AssessmentFixtures() {}

  static Map<Pollutant, String> with(Pollutant pollutant, String value) {
    Map<Pollutant, String> values = new HashMap<>(CLEAN);
    values.put(pollutant, value);
    return values;
  }

  /** A day of valid means, with the AQI that the standard of its date gives them. */
  static AirFigure day(LocalDate date, Map<Pollutant, String> values) {
    List<Mean> means = new ArrayList<>();
    Map<AqiItem, BigDecimal> items = new EnumMap<>(AqiItem.class);
    values.forEach(
        (pollutant, value) -> {
          means.add(mean(pollutant, value, true));
          items.put(AqiItem.daily(pollutant), new BigDecimal(value));
        });
    AqiStandard standard = AqiStandard.at(date);
    Aqi aqi = Aqi.ofDay(standard, items);
    return figure(date, means, aqi, standard.id());
  }

  static AirFigure figure(LocalDate date, List<Mean> means, Aqi aqi, String standard) {
    return new AirFigure(
        COUNTY,
        Period.DAY,
        CivilDay.endOf(date.toString()),
        date.toString(),
        means,
        aqi.iaqi(),
        aqi.aqi(),
        aqi.level(),
        aqi.primary(),
        standard,
        aqi.aqi() != null,
        aqi.reason(),
        true);
  }

  static Mean mean(Pollutant pollutant, String value, boolean valid) {
    return new Mean(pollutant, new BigDecimal(value), new BigDecimal(value), 24, valid);
  }

  static SubjectDays days(String period, Function<LocalDate, AirFigure> day, String... dust) {
    CivilPeriod civil = CivilPeriod.parse(period);
    return of(period, civil.from().datesUntil(civil.to().plusDays(1)).map(day).toList(), dust);
  }

  static SubjectDays of(String period, List<AirFigure> days, String... dust) {
    return new SubjectDays(
        COUNTY,
        CivilPeriod.parse(period),
        days,
        Set.of(dust).stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet()));
  }

  static SubjectDays clean(String period) {
    return days(period, date -> day(date, CLEAN));
  }

  static SubjectDays always(String period, Pollutant pollutant, String value) {
    return days(period, date -> day(date, with(pollutant, value)));
  }

  static Statistic statistic(PeriodStatistics statistics, Pollutant pollutant, String name) {
    return statistics.items().stream()
        .filter(each -> each.pollutant().equals(pollutant.code()))
        .filter(each -> each.statistic().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no %s of %s".formatted(name, pollutant)));
  }
}
