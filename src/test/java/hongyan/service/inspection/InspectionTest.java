package hongyan.service.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.CivilPeriod;
import hongyan.service.documents.Language;
import hongyan.service.inspection.InspectionFixtures.Stores;
import hongyan.service.problems.Light;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionTest {

  private static TargetFigure figure(String id, Stores stores, String today) {
    return InspectionFixtures.inspection(stores, today).find(id, Language.EN).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"2024-10-22, green", "2024-12-01, yellow", "2024-12-31, yellow", "2025-01-01, red"})
  void lightsADeclaredTargetByTheDay(String today, String light) {
    TargetFigure villages = figure("rural-sewage-villages", new Stores(), today);
    assertThat(villages.actual()).isEqualTo("47");
    assertThat(villages.gap()).isEqualTo("-29");
    assertThat(villages.light()).isEqualTo(light);
  }

  @Test
  void givesNoLightWithoutATargetAFigureOrADeadline() {
    assertThat(figure("enterprises-sealed", new Stores(), "2024-12-31").light()).isNull();
    assertThat(figure("rural-sewage-rate", new Stores(), "2025-12-31").light()).isNull();
    assertThat(figure("pm25-mean-2023", new Stores(), "2025-12-31").light()).isNull();
    assertThat(figure("voc-problems-rectified", new Stores(), "2025-12-31").light()).isNull();
    assertThat(figure("petrol-vapour-problems", new Stores(), "2025-12-31").light())
        .isEqualTo("green");
  }

  @Test
  void setsTheComputedMeanBesideItsTarget() {
    Stores stores = new Stores().withDays("431100", 2025, InspectionFixtures.cleanYear(2025));
    TargetFigure mean = figure("pm25-mean-2025", stores, "2026-01-01");
    assertThat(mean.target()).isEqualTo("32");
    assertThat(mean.actual()).isEqualTo("20");
    assertThat(mean.gap()).isEqualTo("-12");
    assertThat(mean.light()).isEqualTo("green");
    assertThat(mean.basis().count()).isEqualTo(365);
  }

  @Test
  void doesNotTakeAFigureOfTooFewDaysForMet() {
    Stores stores =
        new Stores().withDays("431100", 2025, InspectionFixtures.cleanYear(2025).subList(0, 300));
    assertThat(figure("pm25-mean-2025", stores, "2025-10-28").light()).isEqualTo("green");
    assertThat(figure("pm25-mean-2025", stores, "2025-12-28").light()).isEqualTo("yellow");
    assertThat(figure("pm25-mean-2025", stores, "2026-01-01").light()).isEqualTo("red");
  }

  @Test
  void beginsTheDayInTheCitysTime() {
    Instant midnight = Instant.parse("2024-12-31T16:00:00Z");
    assertThat(lightAt(midnight.minusNanos(1))).isEqualTo("yellow");
    assertThat(lightAt(midnight)).isEqualTo("red");
  }

  private static String lightAt(Instant now) {
    return new Inspection(
            InspectionFixtures.CITY,
            InspectionFixtures.targets(),
            new Stores(),
            new Light.Rule(30),
            Clock.fixed(now, ZoneOffset.UTC))
        .find("soil-priority-plots", Language.ZH)
        .orElseThrow()
        .light();
  }

  @Test
  void showsTheSumsThatDoNotAddUp() {
    Report report =
        InspectionFixtures.reporting(new Stores(), "2024-10-22")
            .report(CivilPeriod.ofYear(2024), null, Language.ZH);
    assertThat(report.sums())
        .filteredOn(sum -> !sum.consistent())
        .singleElement()
        .satisfies(
            sum -> {
              assertThat(sum.id()).isEqualTo("sewer-defects");
              assertThat(sum.sum()).isEqualTo("5479");
              assertThat(sum.difference()).isEqualTo("1210");
            });
    assertThat(report.sums())
        .filteredOn(SumCheck::consistent)
        .extracting(SumCheck::id)
        .contains("sewer-defects", "listed-problems", "listed-problems-open", "sewers-surveyed");
    Report land =
        InspectionFixtures.reporting(new Stores(), "2024-10-22")
            .report(CivilPeriod.ofYear(2023), null, Language.ZH);
    assertThat(land.sums())
        .filteredOn(sum -> !sum.consistent())
        .singleElement()
        .satisfies(sum -> assertThat(sum.difference()).isEqualTo("0.01"));
  }

  @Test
  void reportsLeadsByItemAndCounty() {
    Stores stores =
        new Stores()
            .withAlerts(
                2025,
                InspectionFixtures.violations(1, "431127", 3),
                InspectionFixtures.violations(2, "431102", 1));
    Report report =
        InspectionFixtures.reporting(stores, "2025-12-01")
            .report(CivilPeriod.ofYear(2025), null, Language.ZH);
    Report.CountyPart lanshan = report.counties().get(1);
    assertThat(lanshan.name()).isEqualTo("蓝山县");
    assertThat(lanshan.items())
        .filteredOn(each -> each.metric().equals("leads-item-1"))
        .singleElement()
        .satisfies(each -> assertThat(each.actual()).isEqualTo("3"));
  }
}
