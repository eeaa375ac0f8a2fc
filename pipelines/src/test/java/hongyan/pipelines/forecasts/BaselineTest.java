package hongyan.pipelines.forecasts;

import static hongyan.pipelines.forecasts.ForecastFixtures.day;
import static hongyan.pipelines.forecasts.ForecastFixtures.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Baseline BASELINE = Baseline.load();
  private static final LocalDate ISSUED = LocalDate.parse("2024-11-20");

  private final Map<LocalDate, AirFigure> days = new HashMap<>();

  @Test
  void blendsTheLastDayWithTheSameDaysOfFormerYears() {
    lastYear("20");
    put(days, day("2024-11-19", Pollutant.PM25, "40", true));
    // 0.7, 0.5 and 0.35 of 40, the rest of 20.
    assertThat(of("PM2.5")).containsExactly("34", "30", "27");
  }

  @Test
  void looksAtNoDayFromTheDayOfIssueOn() {
    put(days, day("2024-11-19", Pollutant.PM25, "40", true));
    List<String> before = of("PM2.5");
    put(days, day("2024-11-20", Pollutant.PM25, "400", true));
    put(days, day("2024-11-21", Pollutant.PM25, "400", true));
    assertThat(of("PM2.5")).isEqualTo(before).containsExactly("40", "40", "40");
  }

  @Test
  void standsOnTheOtherWhereOneIsNotKnown() {
    lastYear("20");
    assertThat(of("PM2.5")).containsExactly("20", "20", "20");
    put(days, day("2024-11-16", Pollutant.PM25, "40", true));
    assertThat(of("PM2.5")).as("four days back is too far").containsExactly("20", "20", "20");
    put(days, day("2024-11-17", Pollutant.PM25, "40", true));
    assertThat(of("PM2.5")).containsExactly("34", "30", "27");
  }

  @Test
  void saysNothingOfWhatItDoesNotKnow() {
    assertThat(BASELINE.predict(ISSUED, days)).isEmpty();
    put(days, day("2024-11-19", Pollutant.PM25, "40", false));
    assertThat(BASELINE.predict(ISSUED, days)).as("not a valid mean").isEmpty();
  }

  @Test
  void takesTheAqiByTheStandardOfTheDayForecast() {
    put(days, day("2026-02-26", "75"));
    LocalDate issued = LocalDate.parse("2026-02-27");
    // CO of 75 mg/m³ is the worst of them under both, so leave it out.
    days.replaceAll((date, day) -> without(day, Pollutant.CO));
    assertThat(BASELINE.predict(issued, days))
        .filteredOn(p -> p.item().equals(Forecast.AQI))
        .extracting(p -> p.date() + " " + p.value())
        .containsExactly("2026-02-28 100", "2026-03-01 114", "2026-03-02 114");
  }

  @Test
  void refusesAWeightThatIsNone() {
    List<Baseline.Lead> leads = List.of(new Baseline.Lead(1, new BigDecimal("1.1")));
    Source source = new Source("x", "D", List.of());
    assertThatThrownBy(() -> new Baseline("1", "x", "x", leads, 1, 1, 1, 1, source))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1.1");
  }

  private void lastYear(String value) {
    for (LocalDate date = LocalDate.parse("2023-11-01");
        date.getMonthValue() == 11;
        date = date.plusDays(1)) {
      put(days, day(date.toString(), Pollutant.PM25, value, true));
    }
  }

  private List<String> of(String item) {
    return BASELINE.predict(ISSUED, days).stream()
        .filter(prediction -> prediction.item().equals(item))
        .map(prediction -> prediction.value().toPlainString())
        .toList();
  }

  private static AirFigure without(AirFigure day, Pollutant pollutant) {
    return new AirFigure(
        day.subject(),
        day.period(),
        day.time(),
        day.date(),
        day.means().stream().filter(mean -> mean.pollutant() != pollutant).toList(),
        day.iaqi(),
        day.aqi(),
        day.level(),
        day.primary(),
        day.standard(),
        day.valid(),
        day.reason(),
        day.complete());
  }
}
