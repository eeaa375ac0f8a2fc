package hongyan.service.inspection;

import static hongyan.service.inspection.InspectionFixtures.CITY;
import static hongyan.service.inspection.InspectionFixtures.CLEAN;
import static hongyan.service.inspection.InspectionFixtures.day;
import static hongyan.service.inspection.InspectionFixtures.mean;
import static hongyan.service.inspection.InspectionFixtures.with;
import static hongyan.service.inspection.InspectionFixtures.year;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Gb3095;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.assessment.Attainment;
import hongyan.service.inspection.InspectionFixtures.Stores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActualsTest {
  private final Targets targets = InspectionFixtures.targets();

  private Actual actual(String id, Stores stores) {
    Target target = targets.find(id, Gb3095.load()).orElseThrow();
    return new Actuals(CITY, new YearData(stores), Gb3095.load()).of(target);
  }

  @Test
  void averagesTheValidDailyMeansOnly() {
    List<AirFigure> days =
        List.of(
            day(LocalDate.parse("2023-01-01"), 50, with(Pollutant.PM25, "34.25")),
            day(LocalDate.parse("2023-01-02"), 50, with(Pollutant.PM25, "36.5")),
            day(LocalDate.parse("2023-01-03"), 50, List.of(mean(Pollutant.PM25, "900", false))),
            day(LocalDate.parse("2022-12-31"), 50, with(Pollutant.PM25, "900")));
    Actual actual = actual("pm25-mean-2023-431127", new Stores().withDays("431127", 2023, days));
    assertThat(actual.unrounded()).isEqualByComparingTo("35.375");
    assertThat(actual.value()).isEqualTo("35");
    assertThat(actual.count()).isEqualTo(2);
    assertThat(actual.valid()).isFalse();
    assertThat(actual.standards()).containsExactly("HJ 663-2013", "GB 3095-2012");
    assertThat(actual.records())
        .isEqualTo("/api/v1/air/daily?county=431127&from=2023-01-01&to=2023-12-31");
  }

  @Test
  void acceptsAYearWithEnoughDays() {
    Stores stores = new Stores().withDays("431100", 2023, InspectionFixtures.cleanYear(2023));
    Actual actual = actual("pm25-mean-2023", stores);
    assertThat(actual.value()).isEqualTo("20");
    assertThat(actual.count()).isEqualTo(365);
    assertThat(actual.valid()).isTrue();
  }

  @Test
  void roundsAStraddlingYearByEachVersion() {
    Stores stores =
        new Stores()
            .withDays(
                "431100", 2026, year(2026, date -> day(date, 50, with(Pollutant.PM25, "30.25"))));
    assertThat(actual("pm25-mean-2026-gb-3095-2012", stores).value()).isEqualTo("30");
    assertThat(actual("pm25-mean-2026-gb-3095-2026-transition", stores).value()).isEqualTo("30.2");
  }

  @Test
  void hasNoMeanWithoutData() {
    Actual actual = actual("pm25-mean-2023", new Stores());
    assertThat(actual.value()).isNull();
    assertThat(actual.count()).isZero();
    assertThat(actual.valid()).isFalse();
  }

  @Test
  void countsADayOfExactlyOneHundredAsGood() {
    LocalDate first = LocalDate.parse("2023-01-01");
    List<AirFigure> days =
        List.of(
            day(first, 100, CLEAN),
            day(first.plusDays(1), 101, CLEAN),
            day(first.plusDays(2), 12, CLEAN),
            day(first.plusDays(3), null, CLEAN));
    Actual actual = actual("good-day-rate-2023", new Stores().withDays("431100", 2023, days));
    assertThat(actual.value()).isEqualTo("66.7");
    assertThat(actual.count()).isEqualTo(3);
    assertThat(actual.standards()).containsExactly("HJ 633-2012");
  }

  @Test
  void roundsTheRateToTheEvenDigit() {
    // 1 of 16 is 6.25 %, 3 of 16 is 18.75 %.
    assertThat(rateOf(1, 16)).isEqualTo("6.2");
    assertThat(rateOf(3, 16)).isEqualTo("18.8");
    assertThat(rateOf(16, 16)).isEqualTo("100.0");
  }

  private String rateOf(int good, int all) {
    List<AirFigure> days = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      days.add(day(LocalDate.parse("2023-03-01").plusDays(i), i < good ? 40 : 140, CLEAN));
    }
    return actual("good-day-rate-2023", new Stores().withDays("431100", 2023, days))
        .value()
        .toPlainString();
  }

  @Test
  void namesEveryVersionThatAYearsDaysAreComputedBy() {
    Stores stores = new Stores().withDays("431100", 2026, InspectionFixtures.cleanYear(2026));
    assertThat(actual("good-day-rate-2026", stores).standards())
        .containsExactly("HJ 633-2012", "HJ 633-2026");
  }

  @Test
  void countsTheCountiesAtGradeTwo() {
    Stores stores =
        new Stores()
            .withDays("431102", 2023, year(2023, date -> day(date, 60, with(Pollutant.PM25, "40"))))
            .withDays("431127", 2023, InspectionFixtures.cleanYear(2023));
    Actual actual = actual("counties-at-grade-ii-2023", stores);
    assertThat(actual.value()).isEqualTo("1");
    assertThat(actual.valid()).isTrue();
    assertThat(actual.counties()).extracting(Attainment::meets).containsExactly(false, true);
  }

  @Test
  void saysWhenNotEveryCountyCanBeJudged() {
    Stores stores = new Stores().withDays("431127", 2023, InspectionFixtures.cleanYear(2023));
    Actual actual = actual("counties-at-grade-ii-2023", stores);
    assertThat(actual.value()).isEqualTo("1");
    assertThat(actual.count()).isEqualTo(1);
    assertThat(actual.valid()).isFalse();
    assertThat(actual("counties-at-grade-ii-2023", new Stores()).value()).isNull();
  }

  @Test
  void countsWarningsRemindersAndLeadsApart() {
    Stores stores =
        new Stores()
            .withAlerts(
                2025,
                InspectionFixtures.violations(1, "431127", 3),
                InspectionFixtures.violations(1, "431102", 2),
                InspectionFixtures.violations(6, "431127", 4),
                InspectionFixtures.pollution("reminder", "431102", 7),
                InspectionFixtures.pollution("warning-yellow", null, 1),
                InspectionFixtures.pollution("warning-orange", null, 1),
                InspectionFixtures.pollution("smoke", "431127", 9));
    assertThat(actual("leads-item-1-2025", stores).value()).isEqualTo("5");
    assertThat(actual("leads-item-1-2025-431127", stores).value()).isEqualTo("3");
    assertThat(actual("leads-item-6-2025", stores).value()).isEqualTo("4");
    assertThat(actual("leads-item-2-2025", stores).value()).isEqualTo("0");
    assertThat(actual("reminders-2025", stores).value()).isEqualTo("7");
    assertThat(actual("warnings-2025", stores).value()).isEqualTo("2");
    assertThat(actual("leads-item-1-2025-431127", stores).records())
        .isEqualTo(
            "/api/v1/alerts?kind=violation&item=1&county=431127"
                + "&authorised=false&supported=true&merged=false&from=2024-12-31T16:00:00Z&to=2025-12-31T16:00:00Z");
  }
}
