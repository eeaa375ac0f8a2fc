package hongyan.pipelines.air.assessment;

import static hongyan.pipelines.air.assessment.AssessmentFixtures.CLEAN;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.always;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.clean;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.day;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.days;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.of;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.statistic;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Aqi;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodStatisticsTest {
  private static final Hj663 OLD = Hj663.getVersion("HJ 663-2013");
  private static final Hj663 CURRENT = Hj663.getVersion("HJ 663-2026");

  private static PeriodStatistics all(SubjectDays subject) {
    return PeriodStatistics.of(subject, OLD, Series.ALL);
  }

  @ParameterizedTest
  @CsvSource({"O3, P90, 328.6, 329", "CO, P95, 346.8, 346.8", "SO2, P98, 357.72, 358"})
  void interpolatesThePercentilesOfAYear(
      Pollutant pollutant, String name, BigDecimal value, BigDecimal evaluation) {
    // The n-th day of the year has the value n.
    PeriodStatistics year =
        all(
            days(
                "2023", date -> day(date, with(pollutant, Integer.toString(date.getDayOfYear())))));
    Statistic percentile = statistic(year, pollutant, name);
    assertThat(percentile.value()).isEqualByComparingTo(value);
    assertThat(percentile.evaluation()).isEqualTo(evaluation);
    assertThat(percentile.count()).isEqualTo(365);
    assertThat(percentile.valid()).isTrue();
  }

  @Test
  void averagesTheValidDaysOfTheFourAndTakesPercentilesOfCoAndOzone() {
    PeriodStatistics month = all(clean("2024-03"));
    assertThat(month.items())
        .filteredOn(Statistic::evaluates)
        .extracting(each -> each.pollutant() + " " + each.statistic())
        .containsExactly("PM2.5 mean", "PM10 mean", "SO2 mean", "NO2 mean", "O3 P90", "CO P95");
    assertThat(all(clean("2024")).items()).hasSize(10).allMatch(Statistic::evaluates);
  }

  @Test
  void leavesOutDaysThatAreNotValidOrOfAnotherPeriod() {
    LocalDate first = LocalDate.parse("2024-03-01");
    List<AirFigure> days =
        List.of(
            day(first, with(Pollutant.PM25, "10")),
            day(first.plusDays(1), with(Pollutant.PM25, "13")),
            AssessmentFixtures.figure(
                first.plusDays(2),
                List.of(AssessmentFixtures.mean(Pollutant.PM25, "900", false)),
                new Aqi(Map.of(), null, null, List.of(), "none"),
                "HJ 633-2012"),
            day(first.minusDays(1), with(Pollutant.PM25, "900")),
            day(first.plusMonths(1), with(Pollutant.PM25, "900")));
    Statistic mean = statistic(all(of("2024-03", days)), Pollutant.PM25, "mean");
    assertThat(mean.value()).isEqualByComparingTo("11.5");
    assertThat(mean.count()).isEqualTo(2);
    assertThat(mean.valid()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // period, days from the first of each month on, valid
    "2024-03, 27, true",
    "2024-03, 26, false",
    "2024-02, 25, true",
    "2024-02, 24, false",
    "2023-Q1, 27, true",
    "2023-Q1, 26, false",
    "2023-Q1, 25, false",
    "2023, 31, true",
    "2023, 27, true",
    "2023, 26, false"
  })
  void asksForTheMinimumOfDays(String period, int each, boolean valid) {
    List<AirFigure> days =
        clean(period).days().stream()
            .filter(day -> LocalDate.parse(day.date()).getDayOfMonth() <= each)
            .toList();
    assertThat(all(of(period, days)).items()).allMatch(item -> item.valid() == valid);
  }

  @Test
  void asksAQuarterForEachOfItsMonths() {
    List<AirFigure> days =
        clean("2024-Q2").days().stream()
            .filter(day -> !day.date().startsWith("2024-05") || day.date().endsWith("1"))
            .toList();
    assertThat(all(of("2024-Q2", days)).items()).noneMatch(Statistic::valid);
  }

  @ParameterizedTest
  @CsvSource({
    // unrounded, 2013 both stages, 2026 shown, 2026 compared
    "PM25, 30.25, 30, 30.2, 30.2",
    "PM25, 30.35, 30, 30.4, 30.4",
    "PM10, 60.5, 60, 60.5, 60",
    "PM10, 61.5, 62, 61.5, 62",
    // Rounded once: by way of 59.5 it would have become 60.
    "PM10, 59.46, 59, 59.5, 59",
    "SO2, 7.15, 7, 7.2, 7"
  })
  void roundsOnceAtTheStageThatTheVersionNames(
      Pollutant pollutant, String every, String by2013, String shown, String compared) {
    SubjectDays month = always("2024-03", pollutant, every);
    Statistic old = statistic(all(month), pollutant, "mean");
    Statistic current =
        statistic(PeriodStatistics.of(month, CURRENT, Series.ALL), pollutant, "mean");
    assertThat(old.value()).isEqualByComparingTo(every);
    assertThat(old.rounded()).hasToString(by2013);
    assertThat(old.evaluation()).hasToString(by2013);
    assertThat(current.rounded()).hasToString(shown);
    assertThat(current.evaluation()).hasToString(compared);
  }

  @Test
  void deductsDustFromParticulateMatterOnly() {
    SubjectDays month =
        days(
            "2024-03",
            date ->
                day(
                    date,
                    date.getDayOfMonth() == 28
                        ? Map.of(Pollutant.PM25, "113", Pollutant.PM10, "650", Pollutant.SO2, "36")
                        : CLEAN),
            "2024-03-28",
            "2024-02-01");
    PeriodStatistics deducted = PeriodStatistics.of(month, OLD, Series.DUST_DEDUCTED);
    Statistic pm25 = statistic(deducted, Pollutant.PM25, "mean");
    assertThat(pm25.value()).isEqualByComparingTo("20");
    assertThat(pm25.count()).isEqualTo(30);
    assertThat(pm25.deducted()).isEqualTo(1);
    assertThat(statistic(deducted, Pollutant.PM10, "mean").value()).isEqualByComparingTo("30");
    assertThat(statistic(deducted, Pollutant.SO2, "mean").value()).isEqualByComparingTo("6");
    assertThat(statistic(all(month), Pollutant.PM25, "mean").value()).isEqualByComparingTo("23");
    assertThat(statistic(all(month), Pollutant.PM10, "mean").value()).isEqualByComparingTo("50");
  }

  @Test
  void doesNotHoldDeductedDaysAgainstTheMonth() {
    String[] dust = {"2024-03-01", "2024-03-02", "2024-03-03", "2024-03-04", "2024-03-05"};
    SubjectDays month = days("2024-03", date -> day(date, CLEAN), dust);
    Statistic pm10 =
        statistic(PeriodStatistics.of(month, OLD, Series.DUST_DEDUCTED), Pollutant.PM10, "mean");
    assertThat(pm10.count()).isEqualTo(26);
    assertThat(pm10.valid()).isTrue();
  }

  @Test
  void hasNoFigureWhenEveryDayIsDeducted() {
    SubjectDays month =
        of("2024-03", List.of(day(LocalDate.parse("2024-03-28"), CLEAN)), "2024-03-28");
    Statistic pm10 =
        statistic(PeriodStatistics.of(month, OLD, Series.DUST_DEDUCTED), Pollutant.PM10, "mean");
    assertThat(pm10.value()).isNull();
    assertThat(pm10.rounded()).isNull();
    assertThat(pm10.valid()).isFalse();
  }

  @Test
  void doesNotDependOnTheOrderOfTheDays() {
    List<AirFigure> days =
        new ArrayList<>(
            days("2024", date -> day(date, with(Pollutant.O3, date.getDayOfYear() + ".5"))).days());
    PeriodStatistics inOrder = all(of("2024", days));
    Collections.reverse(days);
    assertThat(all(of("2024", days))).isEqualTo(inOrder);
  }
}
