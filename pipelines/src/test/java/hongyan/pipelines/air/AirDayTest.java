package hongyan.pipelines.air;

import static hongyan.pipelines.air.AirFixtures.DATE;
import static hongyan.pipelines.air.AirFixtures.STATION;
import static hongyan.pipelines.air.AirFixtures.allPollutants;
import static hongyan.pipelines.air.AirFixtures.day;
import static hongyan.pipelines.air.AirFixtures.hour;
import static hongyan.pipelines.air.AirFixtures.hourly;
import static hongyan.pipelines.air.AirFixtures.hours;
import static hongyan.pipelines.air.AirFixtures.mean;
import static hongyan.pipelines.air.AirFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AirDayTest {

  @ParameterizedTest
  @CsvSource({
    "PT1H, 2024-10-22T01:00:00+08:00, 2024-10-22",
    "PT1H, 2024-10-23T00:00:00+08:00, 2024-10-22",
    "PT1H, 2024-10-22T16:00:00Z, 2024-10-22",
    "PT5M, 2024-10-23T00:00:00+08:00, 2024-10-22",
    "PT5M, 2024-10-23T00:05:00+08:00, 2024-10-23",
    "PT1M, 2024-10-22T00:00:01+08:00, 2024-10-22",
    "PT10M, 2024-01-01T00:00:00+08:00, 2023-12-31",
  })
  void belongsToTheDayOfTheHourThatItEndsIn(Averaging averaging, String time, String date) {
    Instant end = OffsetDateTime.parse(time).toInstant();
    assertThat(AirDay.dateOf(reading(Pollutant.SO2, averaging, end, "1", Flag.N))).isEqualTo(date);
  }

  @Test
  void takesTheHourlyReadingAsItIs() {
    AirFigure hour = day(List.of(hourly(Pollutant.PM25, 9, "35.50"))).hours().get(0);
    assertThat(hour.time()).isEqualTo(hour(DATE, 9));
    assertThat(hour.period()).isEqualTo(Period.HOUR);
    assertThat(hour.means())
        .containsExactly(
            new Mean(Pollutant.PM25, new BigDecimal("35.5"), new BigDecimal("36"), 1, true));
    assertThat(hour.iaqi()).containsOnlyKeys(Pollutant.PM25);
    assertThat(hour.aqi()).isEqualTo(52);
    assertThat(hour.standard()).isEqualTo("HJ 633-2012");
    assertThat(hour.complete()).isFalse();
  }

  @Test
  void prefersTheHourlyReadingToShorterOnes() {
    List<Reading> readings = minutes(Averaging.PT10M, 6, "99", Flag.N);
    readings.add(hourly(Pollutant.PM25, 9, "35"));
    assertThat(mean(day(readings).hours().get(0), Pollutant.PM25).value()).isEqualTo("35");
  }

  @Test
  void averagesShorterReadingsWhereTheHourlyOneIsFlagged() {
    List<Reading> readings = minutes(Averaging.PT10M, 6, "40", Flag.N);
    readings.add(reading(Pollutant.PM25, Averaging.PT1H, hour(DATE, 9), "999", Flag.D));
    Mean mean = mean(day(readings).hours().get(0), Pollutant.PM25);
    assertThat(mean).isEqualTo(pm25("40", "40", 6, true));
  }

  @ParameterizedTest
  @CsvSource({"PT1M, 45, true", "PT1M, 44, false", "PT5M, 9, true", "PT5M, 8, false"})
  void needsFortyFiveMinutesOfAnHour(Averaging averaging, int count, boolean valid) {
    AirFigure hour = day(minutes(averaging, count, "40", Flag.N)).hours().get(0);
    assertThat(mean(hour, Pollutant.PM25)).isEqualTo(pm25("40", "40", count, valid));
    assertThat(hour.aqi() != null).isEqualTo(valid);
  }

  @Test
  void countsOverlappingReadingsAsOneCover() {
    List<Reading> readings = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      Instant time = hour(DATE, 9).minusSeconds(second);
      readings.add(reading(Pollutant.PM25, Averaging.PT10M, time, "40", Flag.N));
    }
    assertThat(mean(day(readings).hours().get(0), Pollutant.PM25).valid()).isFalse();
  }

  @Test
  void averagesTheFinerReadingsWhenTheyCoverMore() {
    List<Reading> readings = minutes(Averaging.PT1M, 50, "40", Flag.N);
    readings.addAll(minutes(Averaging.PT10M, 4, "80", Flag.N));
    assertThat(mean(day(readings).hours().get(0), Pollutant.PM25))
        .isEqualTo(pm25("40", "40", 50, true));
  }

  @ParameterizedTest
  @CsvSource({"F", "M", "S", "D", "C", "T", "B"})
  void leavesOutWhatIsNotFlaggedNormal(Flag flag) {
    Reading flagged = reading(Pollutant.PM25, Averaging.PT1H, hour(DATE, 9), "35", flag);
    assertThat(day(List.of(flagged)).hours()).isEmpty();
  }

  @Test
  void leavesOutNegativeValuesAndHourlyMeansOffTheHour() {
    Instant off = hour(DATE, 9).minusSeconds(1800);
    Reading crooked = reading(Pollutant.PM25, Averaging.PT1H, off, "35", Flag.N);
    StationDay day = day(List.of(hourly(Pollutant.PM25, 8, "-1"), crooked));
    assertThat(day.hours()).isEmpty();
    assertThat(day.day().means()).isEmpty();
    assertThat(day.day().aqi()).isNull();
    assertThat(day.day().valid()).isFalse();
    assertThat(day.day().reason()).contains("PM2.5");
  }

  @ParameterizedTest
  @CsvSource({"20, true", "19, false"})
  void needsTwentyHoursOfADay(int hours, boolean valid) {
    Mean mean = mean(day(hours(Pollutant.PM25, 1, hours, "40")).day(), Pollutant.PM25);
    assertThat(mean).isEqualTo(pm25("40", "40", hours, valid));
  }

  @Test
  void roundsAnExactHalfToEven() {
    List<Reading> readings = hours(Pollutant.PM25, 1, 12, "36");
    readings.addAll(hours(Pollutant.PM25, 13, 24, "37"));
    assertThat(mean(day(readings).day(), Pollutant.PM25)).isEqualTo(pm25("36.5", "36", 24, true));
  }

  @Test
  void isCompleteWithEveryHourOfEveryPollutant() {
    List<Reading> readings = allPollutants(1, 24, "20");
    AirFigure day = day(readings).day();
    assertThat(day.complete()).isTrue();
    assertThat(day.time()).isEqualTo(hour(DATE, 24));
    assertThat(day.aqi()).isEqualTo(29);
    assertThat(day(readings.subList(1, readings.size())).day().complete()).isFalse();
  }

  @Test
  void isNotCompleteWhileMinutesMayStillCome() {
    List<Reading> readings = allPollutants(9, 9, "20");
    readings.removeIf(r -> r.pollutant() == Pollutant.PM25);
    List<Reading> most = new ArrayList<>(readings);
    most.addAll(minutes(Averaging.PT10M, 5, "20", Flag.N));
    readings.addAll(minutes(Averaging.PT10M, 6, "20", Flag.N));
    assertThat(day(most).hours().get(0).complete()).isFalse();
    assertThat(day(readings).hours().get(0).complete()).isTrue();
  }

  @Test
  void takesTheLargestEightHoursOfOzone() {
    List<Reading> readings = hours(Pollutant.O3, 1, 24, "50");
    readings.subList(11, 19).clear();
    readings.addAll(hours(Pollutant.O3, 12, 19, "120"));
    assertThat(mean(day(readings).day(), Pollutant.O3)).isEqualTo(ozone("120", "120", 17, true));
  }

  @Test
  void startsNoWindowOfOzoneOnTheDayBefore() {
    List<Reading> readings = hours(Pollutant.O3, 1, 7, "120");
    readings.addAll(hours(Pollutant.O3, 8, 24, "10"));
    assertThat(mean(day(readings).day(), Pollutant.O3)).isEqualTo(ozone("106.25", "106", 17, true));
  }

  @Test
  void takesAWindowOfSixHoursButNotOfFive() {
    assertThat(mean(day(hours(Pollutant.O3, 3, 8, "90")).day(), Pollutant.O3))
        .isEqualTo(ozone("90", "90", 3, false));
    assertThat(day(hours(Pollutant.O3, 4, 8, "90")).day().means()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"13, false", "14, true"})
  void needsFourteenWindowsOfOzone(int windows, boolean valid) {
    Mean mean = mean(day(hours(Pollutant.O3, 1, windows + 5, "90")).day(), Pollutant.O3);
    assertThat(mean).isEqualTo(ozone("90", "90", windows, valid));
  }

  @ParameterizedTest
  @CsvSource({"160.4, 160, false", "160.5, 160, false", "161, 161, true"})
  void keepsFewWindowsOfOzoneThatExceedTheLimit(String value, String rounded, boolean valid) {
    Mean mean = mean(day(hours(Pollutant.O3, 10, 17, value)).day(), Pollutant.O3);
    assertThat(mean).isEqualTo(ozone(value, rounded, 5, valid));
  }

  @Test
  void changesTheStandardOnTheDay() {
    for (String date : List.of("2026-02-28", "2026-03-01")) {
      List<Reading> readings = new ArrayList<>();
      for (Pollutant pollutant : Pollutant.values()) {
        for (int hour = 1; hour <= 24; hour++) {
          String value = pollutant == Pollutant.PM25 ? "60" : "1";
          readings.add(reading(pollutant, Averaging.PT1H, hour(date, hour), value, Flag.N));
        }
      }
      StationDay day = AirDay.of(STATION, date, readings);
      boolean old = date.equals("2026-02-28");
      assertThat(day.day().standard()).isEqualTo(old ? "HJ 633-2012" : "HJ 633-2026");
      assertThat(day.day().aqi()).isEqualTo(old ? 82 : 100);
      assertThat(day.hours()).allMatch(hour -> hour.standard().equals(day.day().standard()));
    }
  }

  @Test
  void refusesReadingsOfAnotherStationOrDay() {
    Reading yesterday = hourly(Pollutant.PM25, 0, "1");
    Reading elsewhere = reading("P02", Pollutant.PM25, Averaging.PT1H, hour(DATE, 1), "1", Flag.N);
    assertThatThrownBy(() -> day(List.of(yesterday))).hasMessageContaining("2024-10-21T16:00:00Z");
    assertThatThrownBy(() -> day(List.of(elsewhere))).hasMessageContaining("P02");
  }

  @Test
  void givesTheSameFiguresInAnyOrder() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Reading> readings = randomDay(random);
      StationDay first = day(readings);
      for (int shuffle = 0; shuffle < 5; shuffle++) {
        Collections.shuffle(readings, random);
        assertThat(day(readings)).as("seed %d", seed).isEqualTo(first);
      }
    }
  }

  private static List<Reading> randomDay(Random random) {
    List<Reading> readings = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      for (int hour = 1; hour <= 24; hour++) {
        if (random.nextInt(10) < 8) {
          String value =
              BigDecimal.valueOf(random.nextInt(4000) - 50, random.nextInt(4)).toString();
          Flag flag = Flag.values()[random.nextInt(10) < 9 ? 0 : 4];
          readings.add(reading(pollutant, Averaging.PT1H, hour(DATE, hour), value, flag));
        }
        for (int minute = 0; minute < 60; minute += 5) {
          if (random.nextInt(8) < 6) {
            String value = BigDecimal.valueOf(random.nextInt(9000), 2).toString();
            Instant time = hour(DATE, hour).minus(Duration.ofMinutes(minute));
            readings.add(reading(pollutant, Averaging.PT5M, time, value, Flag.N));
          }
        }
      }
    }
    return readings;
  }

  /** The last {@code count} readings of the hour that ends at 09:00. */
  private static List<Reading> minutes(Averaging averaging, int count, String value, Flag flag) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant time = hour(DATE, 9).minus(Duration.ofMinutes((long) i * averaging.minutes()));
      readings.add(reading(Pollutant.PM25, averaging, time, value, flag));
    }
    return readings;
  }

  private static Mean pm25(String value, String rounded, int count, boolean valid) {
    return new Mean(Pollutant.PM25, new BigDecimal(value), new BigDecimal(rounded), count, valid);
  }

  private static Mean ozone(String value, String rounded, int count, boolean valid) {
    return new Mean(Pollutant.O3, new BigDecimal(value), new BigDecimal(rounded), count, valid);
  }
}
