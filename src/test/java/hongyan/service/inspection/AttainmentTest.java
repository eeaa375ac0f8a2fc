package hongyan.service.inspection;

import static hongyan.service.inspection.InspectionFixtures.CLEAN;
import static hongyan.service.inspection.InspectionFixtures.day;
import static hongyan.service.inspection.InspectionFixtures.with;
import static hongyan.service.inspection.InspectionFixtures.year;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Gb3095;
import hongyan.pipelines.air.Pollutant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {
  private static final Gb3095.Standard OLD = standard(0);
  private static final Gb3095.Standard TRANSITION = standard(1);

  private static Gb3095.Standard standard(int index) {
    return Gb3095.load()
        .listBetween(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"))
        .get(index);
  }

  private static Attainment of(Gb3095.Standard standard, List<AirFigure> days) {
    return Attainment.of("431127", 2023, standard, days);
  }

  @Test
  void meetsGradeTwoWhenEveryStatisticIsWithinItsLimit() {
    Attainment clean = of(OLD, InspectionFixtures.cleanYear(2023));
    assertThat(clean.meets()).isTrue();
    assertThat(clean.items())
        .extracting(item -> item.pollutant() + " " + item.statistic())
        .containsExactly(
            "PM2.5 mean",
            "PM2.5 P95",
            "PM10 mean",
            "PM10 P95",
            "SO2 mean",
            "SO2 P98",
            "NO2 mean",
            "NO2 P98",
            "O3 P90",
            "CO P95");
    assertThat(clean.items()).allMatch(Attainment.Item::valid);
  }

  @ParameterizedTest
  @CsvSource({
    // The mean at the limit, rounded to it, and rounded above it.
    "PM25, 35, true",
    "PM25, 35.5, false",
    "PM25, 35.49, true",
    "PM10, 70, true",
    "PM10, 71, false",
    "SO2, 61, false",
    "NO2, 41, false",
    "O3, 160, true",
    "O3, 161, false",
    "CO, 4.0, true",
    "CO, 4.1, false"
  })
  void failsWhenOneStatisticOfOnePollutantExceeds(
      Pollutant pollutant, String everyDay, boolean meets) {
    List<AirFigure> days = year(2023, date -> day(date, 50, with(pollutant, everyDay)));
    assertThat(of(OLD, days).meets()).isEqualTo(meets);
  }

  @Test
  void failsByThePercentileAlone() {
    // 25 days of 80 lift the P95 above 75, and leave the mean at 24.
    List<AirFigure> days =
        year(
            2023,
            date ->
                date.getMonthValue() == 1 && date.getDayOfMonth() <= 25
                    ? day(date, 107, with(Pollutant.PM25, "80"))
                    : day(date, 45, CLEAN));
    Attainment attainment = of(OLD, days);
    assertThat(attainment.meets()).isFalse();
    assertThat(attainment.items().get(0).value()).isEqualByComparingTo("24");
    assertThat(attainment.items().get(1).value()).isEqualByComparingTo("80");
  }

  @Test
  void judgesTheSameYearByEachVersionOfTheLimits() {
    List<AirFigure> days = year(2023, date -> day(date, 60, with(Pollutant.PM25, "33")));
    assertThat(of(OLD, days).meets()).isTrue();
    assertThat(of(TRANSITION, days).meets()).isFalse();
  }

  @Test
  void isUndecidedWhileADecidingItemHasTooFewDays() {
    List<AirFigure> days =
        InspectionFixtures.cleanYear(2023).stream()
            .filter(each -> !each.date().startsWith("2023-06"))
            .toList();
    Attainment attainment = of(OLD, days);
    assertThat(attainment.meets()).isNull();
    assertThat(attainment.items()).allMatch(item -> item.validDays() == 335 && !item.valid());
  }

  @Test
  void hasNoVerdictWithoutData() {
    assertThat(of(OLD, List.of()).meets()).isNull();
  }
}
