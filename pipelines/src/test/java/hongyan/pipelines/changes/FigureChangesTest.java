package hongyan.pipelines.changes;

import static hongyan.pipelines.records.RecordFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.air.StationDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureChangesTest {

  private static final String DATE = "2024-10-22";
  private static final Instant NINE = Instant.parse("2024-10-22T01:00:00Z");
  private static final Instant CAME = Instant.parse("2024-11-01T00:00:00Z");

  @Test
  void listsTheHourAndTheDayThatACorrectionReaches() {
    var update = new DayUpdate(day("59"), day("35"), List.of(cause(NINE, CAME)));
    assertThat(FigureChanges.of(update))
        .extracting(
            FigureChange::period,
            FigureChange::item,
            c -> String.valueOf(c.before()),
            c -> String.valueOf(c.after()))
        .containsExactly(
            tuple(Period.HOUR, "PM2.5", "35", "59"),
            tuple(Period.HOUR, "AQI", "50", "80"),
            tuple(Period.DAY, "PM2.5", "35", "36"),
            tuple(Period.DAY, "AQI", "50", "52"));
    assertThat(FigureChanges.of(update))
        .allSatisfy(
            change -> {
              assertThat(change.cause()).isEqualTo(CauseKind.CORRECTED);
              assertThat(change.reading()).isEqualTo("P01|PM2.5|PT1H|" + NINE);
              assertThat(change.at()).isEqualTo(CAME);
              assertThat(change.date()).isEqualTo(DATE);
            });
  }

  @Test
  void listsNothingWithoutACauseOrADifference() {
    assertThat(FigureChanges.of(DayUpdate.plain(day("59")))).isEmpty();
    assertThat(FigureChanges.of(new DayUpdate(day("35.0"), day("35"), List.of(cause(NINE, CAME)))))
        .isEmpty();
  }

  @Test
  void saysThatAnHourIsThereNoMore() {
    List<Reading> readings = readings("35");
    StationDay before = AirDay.of("P01", DATE, readings);
    StationDay after = AirDay.of("P01", DATE, readings.subList(1, readings.size()));
    Instant one = readings.get(0).time();
    assertThat(FigureChanges.of(new DayUpdate(after, before, List.of(cause(one, CAME)))))
        .filteredOn(change -> change.period() == Period.HOUR)
        .hasSize(2)
        .allSatisfy(change -> assertThat(change.after()).isNull());
  }

  @Test
  void namesTheLastOfSeveralCauses() {
    var causes = List.of(cause(NINE, CAME), cause(NINE.plusSeconds(3_600), CAME.plusSeconds(1)));
    var changes = FigureChanges.of(new DayUpdate(day("59"), day("35"), causes));
    assertThat(changes.get(0).at()).as("of the hour itself").isEqualTo(CAME);
    assertThat(changes.get(3).at()).as("of the day").isEqualTo(CAME.plusSeconds(1));
  }

  @Test
  void putsTheIndexDownToItsPrimaryPollutant() {
    var other =
        new Cause(
            CauseKind.DECIDED, "P01|SO2|PT1H|" + NINE, Pollutant.SO2, NINE, CAME.plusSeconds(9));
    var update = new DayUpdate(day("59"), day("35"), List.of(cause(NINE, CAME), other));
    assertThat(FigureChanges.of(update))
        .filteredOn(change -> change.item().equals(FigureChange.AQI))
        .hasSize(2)
        .allSatisfy(change -> assertThat(change.cause()).isEqualTo(CauseKind.CORRECTED));
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, 3, false",
    "true, true, 3, true",
    "true, false, 72, true",
    "false, false, 72, false",
    "true, false, 5, false"
  })
  void callsLateWhatComesToASettledDay(
      boolean emitted, boolean complete, long hoursLater, boolean late) {
    Reading reading = reading("P01", "2024-10-22T23:00:00+08:00", "35", 1);
    Instant received = reading.receipt().receivedAt();
    var progress =
        new Progress(received.minus(Duration.ofHours(hoursLater)), emitted, complete, false);
    assertThat(received).isAfter(CivilDay.endOf(DATE));
    assertThat(progress.late(reading)).isEqualTo(late);
  }

  @Test
  void callsNothingLateWhileTheDayLasts() {
    Reading reading = reading("P01", "2024-10-23T11:00:00+08:00", "35", 1);
    var progress =
        new Progress(reading.receipt().receivedAt().minusSeconds(36_000), true, false, false);
    assertThat(progress.late(reading)).isFalse();
  }

  private static Cause cause(Instant time, Instant at) {
    return new Cause(CauseKind.CORRECTED, "P01|PM2.5|PT1H|" + time, Pollutant.PM25, time, at);
  }

  private static StationDay day(String atNine) {
    return AirDay.of("P01", DATE, readings(atNine));
  }

  private static List<Reading> readings(String atNine) {
    List<Reading> readings = new ArrayList<>();
    for (int hour = 1; hour <= 24; hour++) {
      String time =
          CivilDay.startOf(DATE)
              .plus(Duration.ofHours(hour))
              .atOffset(ZoneOffset.ofHours(8))
              .toString();
      readings.add(reading("P01", time, hour == 9 ? atNine : "35", hour));
    }
    return readings;
  }
}
