package hongyan.pipelines.quality;

import static hongyan.pipelines.quality.QualityFixtures.DATE;
import static hongyan.pipelines.quality.QualityFixtures.RULES;
import static hongyan.pipelines.quality.QualityFixtures.at;
import static hongyan.pipelines.quality.QualityFixtures.doubts;
import static hongyan.pipelines.quality.QualityFixtures.hour;
import static hongyan.pipelines.quality.QualityFixtures.hours;
import static hongyan.pipelines.quality.QualityFixtures.placed;
import static hongyan.pipelines.quality.QualityFixtures.rules;
import static hongyan.pipelines.records.RecordFixtures.RIDGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hongyan.geo.place.Position;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Receipt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtRulesTest {

  @Test
  void hasASheetForEachRuleWithWordsInBothLanguages() {
    assertThat(QualitySheet.list())
        .hasSize(12)
        .allSatisfy(
            sheet -> {
              assertThat(sheet.title()).isNotBlank();
              assertThat(sheet.titleEn()).isNotBlank();
              assertThat(sheet.innocent()).isNotBlank();
              assertThat(sheet.certainty()).matches("[ABCD]");
              assertThat(sheet.thresholds()).allSatisfy(t -> assertThat(t.source()).isNotBlank());
            });
    assertThat(QualitySheet.list())
        .filteredOn(QualitySheet::excludes)
        .extracting(QualitySheet::id)
        .containsExactly("range", "negative", "by-hand", "off-hour");
  }

  @ParameterizedTest
  @CsvSource({
    "SO2, 1430, 1430.1",
    "O3, 1072, 1073",
    "CO, 62.5, 62.6",
    "PM25, 2000, 2000.1",
    "PM10, 10000, 10000.1"
  })
  void doubtsWhatIsBeyondTheRange(Pollutant pollutant, String within, String beyond) {
    assertThat(rules(at(hour(9), pollutant, within))).isEmpty();
    assertThat(rules(at(hour(9), pollutant, beyond))).containsExactly("range");
  }

  @Test
  void saysWhatItRestsOn() {
    Doubt doubt = doubts(List.of(at(hour(9), Pollutant.O3, "1100.0"))).get(0);
    assertThat(doubt.fact()).isEqualTo("O3 1100 µg/m³ 超出仪器量程上限 1072");
    assertThat(doubt.factEn()).isEqualTo("O3 1100 µg/m³ is beyond the instrument's range, 1072");
    assertThat(doubt.numbers())
        .containsExactly(
            new DoubtNumber("value", new BigDecimal("1100"), "µg/m³"),
            new DoubtNumber("most", new BigDecimal("1072"), "µg/m³"));
    assertThat(doubt.version()).isEqualTo("1");
    assertThat(doubt.county()).isEqualTo("431127");
  }

  @Test
  void tellsZeroFromNegative() {
    assertThat(rules(at(hour(9), Pollutant.NO2, "-0.1"))).containsExactly("negative");
    assertThat(rules(at(hour(9), Pollutant.NO2, "0.0"))).containsExactly("zero");
    assertThat(rules(at(hour(9), Pollutant.NO2, "0.1"))).isEmpty();
  }

  @Test
  void asksAPersonAboutWhatWasEnteredByHand() {
    assertThat(rules(at(hour(9), Pollutant.NO2, "40", Flag.S))).containsExactly("by-hand");
  }

  @Test
  void leavesAloneWhatTheInstrumentItselfDoubts() {
    assertThat(rules(at(hour(9), Pollutant.NO2, "-40", Flag.C))).isEmpty();
  }

  @Test
  void doubtsAllOfARunOfEqualHours() {
    assertThat(rules(hours(Pollutant.PM25, 5, "30", "35", "35.0", "35", "35", "31"))).isEmpty();
    assertThat(rules(hours(Pollutant.PM25, 5, "30", "35", "35.0", "35", "35", "35", "31")))
        .hasSize(5)
        .containsOnly("stuck");
  }

  @Test
  void endsARunAtAGapAndAtAnHourThatIsNotNormal() {
    List<KnownReading> gap = hours(Pollutant.PM25, 5, "35", "35", "35", "35", "35", "35");
    gap.set(3, at(hour(8), Pollutant.PM25, "35", Flag.M));
    assertThat(rules(gap)).isEmpty();
    gap.remove(3);
    assertThat(rules(gap)).isEmpty();
  }

  @Test
  void letsCoarseStepsRepeatThemselvesLonger() {
    assertThat(rules(hours(Pollutant.CO, 1, values("0.9", 11)))).isEmpty();
    assertThat(rules(hours(Pollutant.CO, 1, values("0.9", 12)))).hasSize(12);
  }

  @Test
  void letsTheFloorOfAnInstrumentRepeatItself() {
    assertThat(rules(hours(Pollutant.SO2, 1, values("2", 24)))).isEmpty();
    assertThat(rules(hours(Pollutant.SO2, 1, values("0", 24)))).hasSize(24).containsOnly("zero");
  }

  @Test
  void seesARunThatCrossesMidnightFromBothSides() {
    List<KnownReading> evening = hours(Pollutant.PM25, 22, "35", "35", "35");
    List<KnownReading> morning = hours(Pollutant.PM25, 25, "35", "35");
    var today = RULES.judge(DATE, evening, morning, Map.of()).doubts();
    var tomorrow = RULES.judge("2024-10-23", morning, evening, Map.of()).doubts();
    assertThat(today).extracting(Doubt::time).containsExactly(hour(22), hour(23), hour(24));
    assertThat(tomorrow).extracting(Doubt::time).containsExactly(hour(25), hour(26));
  }

  @ParameterizedTest
  @CsvSource({
    "22T20, ",
    "22T21, 2024-10-23",
    "22T24, 2024-10-23",
    "22T01, 2024-10-21",
    "22T04, 2024-10-21",
    "22T05, "
  })
  void sendsOnlyHoursNearMidnightToTheOtherDay(String label, @Nullable String other) {
    var known = at(hour(Integer.parseInt(label.substring(3))), Pollutant.PM25, "35");
    assertThat(RULES.datesBeside(known.reading()))
        .isEqualTo(other == null ? List.of() : List.of(other));
  }

  @Test
  void doubtsAnHourThatJumpsAndReturns() {
    assertThat(doubts(hours(Pollutant.O3, 9, "40", "400", "50")))
        .extracting(Doubt::rule, Doubt::time)
        .containsExactly(tuple("spike", hour(10)));
    assertThat(rules(hours(Pollutant.O3, 9, "400", "100", "390"))).containsExactly("spike");
  }

  @ParameterizedTest
  @CsvSource({"40,400,390", "40,120,40", "200,400,210", "40,,50"})
  void leavesOtherSteepHoursAlone(String before, @Nullable String value, String after) {
    List<KnownReading> hours = new ArrayList<>();
    hours.add(at(hour(9), Pollutant.O3, before));
    if (value != null) {
      hours.add(at(hour(10), Pollutant.O3, value));
    }
    hours.add(at(hour(11), Pollutant.O3, after));
    assertThat(rules(hours)).isEmpty();
  }

  @Test
  void doubtsBothWhenThePartIsAboveTheWhole() {
    assertThat(
            doubts(List.of(at(hour(9), Pollutant.PM25, "80"), at(hour(9), Pollutant.PM10, "60"))))
        .extracting(Doubt::rule, Doubt::pollutant)
        .containsExactly(
            tuple("pm-inverted", Pollutant.PM25), tuple("pm-inverted", Pollutant.PM10));
  }

  @ParameterizedTest
  @CsvSource({"64,60", "215,200", "12,8", "60,80"})
  void letsTwoInstrumentsDifferALittle(String fine, String coarse) {
    assertThat(rules(at(hour(9), Pollutant.PM25, fine), at(hour(9), Pollutant.PM10, coarse)))
        .isEmpty();
  }

  @Test
  void comparesOnlyTheSameHour() {
    assertThat(rules(at(hour(9), Pollutant.PM25, "80"), at(hour(10), Pollutant.PM10, "60")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SO2, 0.007", "SO2, 0.014", "O3, 0.085", "CO, 800", "CO, 300", "PM25, 0.035"})
  void suspectsTheUnitOfAWholeDay(Pollutant pollutant, String value) {
    assertThat(rules(hours(pollutant, 1, noisy(value)))).filteredOn("unit"::equals).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({"SO2, 2", "SO2, 7", "O3, 85", "CO, 0.8", "CO, 0.1", "PM25, 3", "PM25, 600"})
  void takesTheUnitOfUsualDaysAsRight(Pollutant pollutant, String value) {
    assertThat(rules(hours(pollutant, 1, noisy(value)))).isEmpty();
  }

  @Test
  void suspectsNoUnitOfFewValues() {
    assertThat(rules(hours(Pollutant.SO2, 1, "0.007", "0.008", "0.006", "0.009", "0.01")))
        .isEmpty();
  }

  @Test
  void doubtsAReadingThatIsEarlierThanItsHour() {
    assertThat(rules(received(Duration.ofMinutes(-6)))).containsExactly("clock-ahead");
    assertThat(rules(received(Duration.ofMinutes(-5)))).isEmpty();
    assertThat(rules(received(Duration.ofDays(3)))).isEmpty();
  }

  @Test
  void doubtsAnHourlyMeanOffTheHour() {
    assertThat(rules(at(hour(9).plusSeconds(7 * 60), Pollutant.CO, "0.8")))
        .containsExactly("off-hour");
  }

  @ParameterizedTest
  @CsvSource({
    "431103-01, 431102, true",
    "431103-01, , true",
    "431103-01, 431103, false",
    "431121-02, 431181, false",
    "430102-01, , false",
    "2477A, 431102, false",
    "43110301, 431102, false"
  })
  void holdsTheCodeAgainstThePosition(String station, @Nullable String county, boolean doubted) {
    var reading = at(hour(9), Pollutant.CO, "0.8").reading();
    var known = placed(named(reading, station, reading.receipt()), RIDGE, county);
    assertThat(rules(known)).isEqualTo(doubted ? List.of("station-elsewhere") : List.of());
  }

  @Test
  void noticesAStationThatHasMoved() {
    var first = at(hour(9), Pollutant.CO, "0.8");
    var near = new Position(RIDGE.lon() + 0.004, RIDGE.lat());
    var far = new Position(RIDGE.lon() + 0.006, RIDGE.lat());
    var second = at(hour(10), Pollutant.CO, "0.9").reading();
    assertThat(rules(first, placed(second, near, "431127"))).isEmpty();
    assertThat(rules(first, placed(second, far, "431127")))
        .containsExactly("station-moved", "station-moved");
  }

  @Test
  void saysTheSameInWhateverOrderTheReadingsStand() {
    List<KnownReading> day = new ArrayList<>(hours(Pollutant.PM25, 1, noisy("90")));
    day.addAll(hours(Pollutant.PM10, 1, noisy("40")));
    day.addAll(hours(Pollutant.SO2, 1, values("0", 13)));
    var before = doubts(day);
    assertThat(before).hasSizeGreaterThan(20);
    Collections.reverse(day);
    assertThat(doubts(day)).isEqualTo(before);
  }

  private static KnownReading received(Duration after) {
    Reading reading = at(hour(9), Pollutant.CO, "0.8").reading();
    Receipt receipt = reading.receipt();
    var then =
        new Receipt(
            receipt.door(),
            reading.time().plus(after),
            null,
            receipt.body(),
            receipt.line(),
            receipt.raw(),
            0);
    return placed(named(reading, "P01", then), RIDGE, "431127");
  }

  private static Reading named(Reading reading, String station, Receipt receipt) {
    return new Reading(
        station,
        reading.pollutant(),
        Averaging.PT1H,
        reading.time(),
        reading.value(),
        reading.flag(),
        receipt);
  }

  private static String[] values(String value, int times) {
    return Collections.nCopies(times, value).toArray(String[]::new);
  }

  /** Seven values a little above and below {@code value}. */
  private static String[] noisy(String value) {
    return List.of("1", "1.1", "0.9", "1.2", "0.8", "1.05", "0.95").stream()
        .map(factor -> new BigDecimal(value).multiply(new BigDecimal(factor)).toPlainString())
        .toArray(String[]::new);
  }
}
