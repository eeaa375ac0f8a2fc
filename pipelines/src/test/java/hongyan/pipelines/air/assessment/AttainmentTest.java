package hongyan.pipelines.air.assessment;

import static hongyan.pipelines.air.assessment.AssessmentFixtures.CLEAN;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.always;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.clean;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.day;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.days;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.of;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095;
import hongyan.pipelines.air.Gb3095.Standard;
import hongyan.pipelines.air.Pollutant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {
  private static final Standard OLD = Gb3095.load().list().get(0);
  private static final Standard TRANSITION = Gb3095.load().list().get(1);
  private static final Standard FINAL = Gb3095.load().list().get(2);

  private static Attainment judge(Standard standard, SubjectDays year) {
    return Attainment.of(year, standard, Series.ALL);
  }

  private static Attainment.Item item(Attainment attainment, String pollutant, String statistic) {
    return attainment.items().stream()
        .filter(each -> each.pollutant().equals(pollutant) && each.statistic().equals(statistic))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void meetsGradeTwoWhenEveryStatisticIsWithinItsLimit() {
    Attainment attainment = judge(OLD, clean("2023"));
    assertThat(attainment.meets()).isTrue();
    assertThat(attainment.items())
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
    assertThat(attainment.items()).allMatch(Attainment.Item::valid);
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
    assertThat(judge(OLD, always("2023", pollutant, everyDay)).meets()).isEqualTo(meets);
  }

  @ParameterizedTest
  @CsvSource({"15, true", "16, false"})
  void judgesGradeOneApart(String everyDay, boolean meets) {
    Attainment attainment = judge(OLD, always("2023", Pollutant.PM25, everyDay));
    assertThat(attainment.meets()).isTrue();
    assertThat(attainment.meetsGradeI()).isEqualTo(meets);
    assertThat(item(attainment, "PM2.5", "mean").limitGradeI()).isEqualByComparingTo("15");
    assertThat(item(attainment, "PM2.5", "mean").meetsGradeI()).isEqualTo(meets);
  }

  /** 25 days of 80 lift the P95 above 75, and leave the mean at 24. */
  private static AirFigure hazyStart(LocalDate date) {
    boolean hazy = date.getMonthValue() == 1 && date.getDayOfMonth() <= 25;
    return day(date, hazy ? with(Pollutant.PM25, "80") : CLEAN);
  }

  @Test
  void failsByThePercentileAlone() {
    Attainment attainment = judge(OLD, days("2023", AttainmentTest::hazyStart));
    assertThat(attainment.meets()).isFalse();
    assertThat(item(attainment, "PM2.5", "mean").value()).isEqualByComparingTo("24");
    assertThat(item(attainment, "PM2.5", "mean").meets()).isTrue();
    assertThat(item(attainment, "PM2.5", "P95").value()).isEqualByComparingTo("80");
    assertThat(item(attainment, "PM2.5", "P95").meets()).isFalse();
  }

  @Test
  void countsTheDaysAboveTheLimitsOfTheDay() {
    Attainment attainment = judge(OLD, days("2023", AttainmentTest::hazyStart));
    Attainment.DaysAbove pm25 = attainment.daysAbove().get(0);
    assertThat(pm25.pollutant()).isEqualTo("PM2.5");
    assertThat(pm25.limit()).isEqualByComparingTo("75");
    assertThat(pm25.above()).isEqualTo(25);
    assertThat(pm25.aboveGradeI()).isEqualTo(25);
    assertThat(pm25.validDays()).isEqualTo(365);
    assertThat(pm25.within()).isEqualByComparingTo("93.2"); // 340 of 365
  }

  @Test
  void countsADayByItsRoundedValue() {
    assertThat(judge(OLD, always("2023", Pollutant.PM25, "75.5")).daysAbove().get(0).above())
        .isEqualTo(365);
    assertThat(judge(OLD, always("2023", Pollutant.PM25, "75.4")).daysAbove().get(0).above())
        .isZero();
  }

  @Test
  void judgesTheSameYearByEachVersionOfTheLimits() {
    SubjectDays year = always("2026", Pollutant.PM25, "33");
    assertThat(judge(OLD, year).meets()).isTrue();
    assertThat(judge(TRANSITION, year).meets()).isFalse();
    assertThat(judge(OLD, year).rules()).isEqualTo("HJ 663-2013");
    assertThat(judge(TRANSITION, year).rules()).isEqualTo("HJ 663-2026");
  }

  @Test
  void tightensTheLimitsOnTheFirstDayOf2031() {
    Gb3095 limits = Gb3095.load();
    CivilPeriod last = CivilPeriod.ofYear(2030);
    CivilPeriod first = CivilPeriod.ofYear(2031);
    assertThat(limits.listBetween(last.from(), last.to())).containsExactly(TRANSITION);
    assertThat(limits.listBetween(first.from(), first.to())).containsExactly(FINAL);
    SubjectDays year = always("2031", Pollutant.NO2, "35");
    assertThat(judge(TRANSITION, year).meets()).isTrue();
    assertThat(judge(FINAL, year).meets()).isFalse();
  }

  @Test
  void keepsDustInOneSeriesAndTakesItOutOfTheOther() {
    // Thirty days of dust: they alone lift PM10 above both of its limits.
    SubjectDays year =
        days(
            "2023",
            date -> day(date, date.getMonthValue() == 4 ? with(Pollutant.PM10, "600") : CLEAN),
            LocalDate.parse("2023-04-01")
                .datesUntil(LocalDate.parse("2023-05-01"))
                .map(LocalDate::toString)
                .toArray(String[]::new));
    assertThat(judge(OLD, year).meets()).isFalse();
    Attainment deducted = Attainment.of(year, OLD, Series.DUST_DEDUCTED);
    assertThat(deducted.meets()).isTrue();
    assertThat(item(deducted, "PM10", "mean").validDays()).isEqualTo(335);
    assertThat(item(deducted, "PM10", "mean").deducted()).isEqualTo(30);
    assertThat(item(deducted, "SO2", "mean").validDays()).isEqualTo(365);
    assertThat(deducted.daysAbove().get(1).above()).isZero();
  }

  @Test
  void isUndecidedWhileADecidingItemHasTooFewDays() {
    List<AirFigure> days =
        clean("2023").days().stream().filter(each -> !each.date().startsWith("2023-06")).toList();
    Attainment attainment = judge(OLD, of("2023", days));
    assertThat(attainment.meets()).isNull();
    assertThat(attainment.items())
        .allMatch(item -> item.validDays() == 335 && !item.valid() && item.meets() == null);
  }

  @Test
  void hasNoVerdictWithoutData() {
    Attainment attainment = judge(OLD, of("2023", List.of()));
    assertThat(attainment.meets()).isNull();
    assertThat(attainment.meetsGradeI()).isNull();
  }

  @Test
  void refusesWhatIsNoYear() {
    assertThatThrownBy(() -> judge(OLD, clean("2023-Q1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2023-Q1");
  }

  @Test
  void comparesTwoYearsByOneStandard() {
    Attainment year = judge(TRANSITION, always("2026", Pollutant.PM25, "27"));
    Attainment before = judge(TRANSITION, always("2025", Pollutant.PM25, "30"));
    YearOnYear change = YearOnYear.of(year, before);
    assertThat(change.standard()).isEqualTo("GB 3095-2026 transition");
    assertThat(change.rules()).isEqualTo("HJ 663-2026");
    Change pm25 = change.items().get(0).change();
    assertThat(pm25.difference()).isEqualByComparingTo("-3");
    assertThat(pm25.percent()).isEqualByComparingTo("-10.0");
    assertThat(pm25.comparable()).isTrue();
  }

  @Test
  void neverComparesYearsOfTwoStandards() {
    Attainment year = judge(FINAL, clean("2031"));
    Attainment before = judge(TRANSITION, clean("2030"));
    assertThatThrownBy(() -> YearOnYear.of(year, before))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GB 3095-2026 transition");
  }

  @Test
  void saysWhenAComparisonRestsOnTooFewDays() {
    YearOnYear change = YearOnYear.of(judge(OLD, clean("2023")), judge(OLD, of("2022", List.of())));
    assertThat(change.items()).allMatch(each -> !each.change().comparable());
    assertThat(change.items().get(0).change().difference()).isNull();
  }
}
