package hongyan.pipelines.job;

import static hongyan.pipelines.records.RecordFixtures.ARRIVAL;
import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.RIDGE;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.changes.Cause;
import hongyan.pipelines.changes.CauseKind;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.changes.FigureChange;
import hongyan.pipelines.changes.FigureChanges;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.records.Former;
import java.math.BigDecimal;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestReadingsTest {

  private static final String NINE = "2024-10-22T09:00:00+08:00";

  private KeyedTwoInputStreamOperatorTestHarness<String, ReadingPart, Decision, PlacedReading>
      harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new LatestReadings("431100")),
            ReadingPart::key,
            LatestReadings::key,
            Types.STRING);
    harness.open();
    harness.setProcessingTime(1_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void computesADayOnceForAllThatComeTogether() throws Exception {
    for (int hour = 1; hour <= 20; hour++) {
      put("2024-10-22T%02d:00:00+08:00".formatted(hour), "35", hour);
    }
    assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
    assertThat(days()).isEmpty();
    harness.setProcessingTime(2_000);
    assertThat(days()).hasSize(1);
    assertThat(days().get(0).hours()).hasSize(20);
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void takesACorrectionOfADayThatIsLongOver() throws Exception {
    put(NINE, "35", 1);
    harness.setProcessingTime(400L * 86_400_000);
    put(NINE, "36", 2);
    harness.setProcessingTime(401L * 86_400_000);
    assertThat(days()).hasSize(2);
    assertThat(harness.extractOutputValues())
        .extracting(p -> p.reading().value().intValue())
        .containsExactly(35, 36);
    assertThat(formers())
        .extracting(Former::identity)
        .containsExactly("P01|PM2.5|PT1H|2024-10-22T01:00:00Z");
  }

  @Test
  void keepsTheNewerWhenTheOlderComesLater() throws Exception {
    put(NINE, "36", 2);
    put(NINE, "35", 1);
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(formers()).hasSize(1);
    assertThat(formers().get(0).json()).contains("35");
  }

  @Test
  void passesOverADuplicate() throws Exception {
    put(NINE, "35", 1);
    harness.setProcessingTime(2_000);
    put(NINE, "35.0", 2);
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(formers()).isEmpty();
    assertThat(harness.numProcessingTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries())
        .as("the reading, and how far the day is")
        .isEqualTo(2);
  }

  @Test
  void remembersTheNewestEvenWhereItOnlyRepeats() throws Exception {
    put(NINE, "35", 1);
    put(NINE, "35", 3);
    put(NINE, "36", 2);
    assertThat(harness.extractOutputValues())
        .extracting(p -> p.reading().value().intValue())
        .containsExactly(35);
    assertThat(formers()).hasSize(1);
  }

  @Test
  void followsADecisionAndItsUndoing() throws Exception {
    put(NINE, "35", 1);
    put("2024-10-22T10:00:00+08:00", "40", 2);
    beat();
    decide(NINE, "35", Verdict.INVALID, 3);
    beat();
    decide(NINE, "35", Verdict.VALID, 4);
    beat();
    assertThat(days()).extracting(this::atNine).containsExactly(35, null, 35);
    assertThat(updates().get(1).causes())
        .extracting(Cause::kind)
        .containsExactly(CauseKind.DECIDED);
    assertThat(FigureChanges.of(updates().get(1)))
        .filteredOn(change -> change.period() == Period.HOUR)
        .extracting(FigureChange::item, FigureChange::before, FigureChange::after)
        .containsExactly(
            tuple("PM2.5", new BigDecimal("35"), null), tuple("AQI", new BigDecimal("50"), null));
  }

  @Test
  void keepsTheNewerDecisionWhenTheOlderComesLater() throws Exception {
    put(NINE, "35", 1);
    decide(NINE, "35", Verdict.INVALID, 4);
    decide(NINE, "35", Verdict.VALID, 3);
    beat();
    assertThat(days()).extracting(this::atNine).containsOnlyNulls();
  }

  @Test
  void takesADecisionThatComesBeforeItsReading() throws Exception {
    decide(NINE, "900", Verdict.INVALID, 3);
    put(NINE, "900", 1);
    put("2024-10-22T10:00:00+08:00", "40", 2);
    beat();
    assertThat(days()).extracting(this::atNine).containsOnlyNulls();
  }

  @Test
  void asksAgainOnceACorrectionGivesAnotherValue() throws Exception {
    put(NINE, "900", 1);
    decide(NINE, "900", Verdict.INVALID, 2);
    beat();
    put(NINE, "35", 3);
    beat();
    assertThat(days()).extracting(this::atNine).containsExactly(null, 35);
  }

  @Test
  void countsWhatARuleExcludesOnceItIsDecidedValid() throws Exception {
    put(NINE, "2500", 1);
    put("2024-10-22T10:00:00+08:00", "40", 2);
    beat();
    assertThat(doubts()).extracting(Doubt::rule).containsExactly("range");
    decide(NINE, "2500", Verdict.VALID, 3);
    beat();
    assertThat(days()).extracting(this::atNine).containsExactly(null, 2500);
    assertThat(doubts()).hasSize(2);
    assertThat(doubts().get(1).decision()).isNotNull();
  }

  @Test
  void takesADoubtBackWhenItsCauseIsCorrected() throws Exception {
    put(NINE, "0", 1);
    beat();
    put(NINE, "3", 2);
    beat();
    assertThat(doubts())
        .extracting(Doubt::rule, Doubt::standing)
        .containsExactly(tuple("zero", true), tuple("zero", false));
  }

  @Test
  void takesADoubtBackWhenARepetitionComesAtARightTime() throws Exception {
    String later = "2024-10-23T11:00:00+08:00";
    put(later, "35", 1);
    beat();
    put(later, "35", 86_400);
    beat();
    assertThat(doubts())
        .extracting(Doubt::rule, Doubt::standing)
        .containsExactly(tuple("clock-ahead", true), tuple("clock-ahead", false));
    assertThat(days()).hasSize(1);
  }

  @Test
  void looksAtTheHoursOfTheDayBefore() throws Exception {
    var before = reading("P01", "2024-10-22T00:00:00+08:00", "30", 1);
    put("2024-10-22T01:00:00+08:00", "500", 2);
    put("2024-10-22T02:00:00+08:00", "30", 3);
    beat();
    assertThat(doubts()).isEmpty();
    harness.processElement1(
        new StreamRecord<>(
            new ReadingPart("2024-10-22", new PlacedReading(before, IN_FLYWAY), RIDGE, true)));
    beat();
    assertThat(doubts()).extracting(Doubt::rule).containsExactly("spike");
    assertThat(days()).as("its figures have not changed").hasSize(1);
  }

  @Test
  void callsNoFillingUpAChange() throws Exception {
    put(NINE, "35", 1);
    beat();
    put("2024-10-22T10:00:00+08:00", "40", 3_600);
    beat();
    put("2024-10-22T11:00:00+08:00", "40", 7_200);
    beat();
    assertThat(updates()).hasSize(3);
    assertThat(updates()).allSatisfy(update -> assertThat(update.causes()).isEmpty());
  }

  @Test
  void callsABacklogOfASettledDayLate() throws Exception {
    put(NINE, "35", 1);
    beat();
    put("2024-10-22T10:00:00+08:00", "40", 3 * 86_400);
    beat();
    assertThat(updates().get(1).causes()).extracting(Cause::kind).containsExactly(CauseKind.LATE);
    assertThat(FigureChanges.of(updates().get(1)))
        .filteredOn(change -> change.item().equals("PM2.5"))
        .hasSize(1)
        .allSatisfy(change -> assertThat(change.before()).isNull());
  }

  @Test
  void namesACorrectionAsTheCause() throws Exception {
    put(NINE, "35", 1);
    beat();
    put(NINE, "36", 2);
    beat();
    Cause cause = updates().get(1).causes().get(0);
    assertThat(cause.kind()).isEqualTo(CauseKind.CORRECTED);
    assertThat(cause.reading()).isEqualTo("P01|PM2.5|PT1H|2024-10-22T01:00:00Z");
    assertThat(updates().get(1).before()).isEqualTo(updates().get(0).day());
  }

  private void put(String time, String value, int nth) throws Exception {
    put(reading("P01", time, value, nth));
  }

  private void put(Reading reading) throws Exception {
    var placed = new PlacedReading(reading, IN_FLYWAY);
    String date = AirDay.dateOf(reading);
    harness.processElement1(new StreamRecord<>(new ReadingPart(date, placed, RIDGE, false)));
  }

  private void decide(String time, String value, Verdict verdict, int nth) throws Exception {
    harness.processElement2(
        new StreamRecord<>(
            new Decision(
                "P01",
                Pollutant.PM25,
                Averaging.PT1H,
                time(time),
                new BigDecimal(value),
                verdict,
                "",
                "tester",
                ARRIVAL.plusSeconds(nth))));
  }

  private void beat() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + 1_000);
  }

  private Integer atNine(StationDay day) {
    return day.hours().stream()
        .filter(hour -> hour.time().equals(time(NINE)))
        .findFirst()
        .map(hour -> hour.means().get(0).rounded().intValue())
        .orElse(null);
  }

  private List<StationDay> days() {
    return updates().stream().map(DayUpdate::day).toList();
  }

  private List<DayUpdate> updates() {
    return values(harness.getSideOutput(Tags.UPDATES));
  }

  private List<Doubt> doubts() {
    return values(harness.getSideOutput(Tags.DOUBTS));
  }

  private List<Former> formers() {
    return values(harness.getSideOutput(Tags.FORMER));
  }

  private static <T> List<T> values(@Nullable Queue<StreamRecord<T>> queue) {
    return queue == null ? List.of() : queue.stream().map(StreamRecord::getValue).toList();
  }
}
