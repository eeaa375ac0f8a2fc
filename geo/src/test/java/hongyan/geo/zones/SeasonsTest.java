package hongyan.geo.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonsTest {

  private static final List<Season> AUTUMN = List.of(new Season("09-01", "11-30", null));
  private static final List<Season> WINTER = List.of(new Season("11-01", "03-31", null));
  private static final List<Season> NIGHTS = List.of(new Season("09-01", "11-30", "19:00-06:00"));
  private static final List<Season> MORNINGS = List.of(new Season("09-01", "11-30", "05:00-08:30"));

  @ParameterizedTest
  @CsvSource({
    "2024-08-31T23:59:59+08:00, false",
    "2024-09-01T00:00:00+08:00, true",
    "2024-10-15T12:00:00+08:00, true",
    "2024-11-30T23:59:59+08:00, true",
    "2024-12-01T00:00:00+08:00, false"
  })
  void includesTheFirstAndTheLastDay(String time, boolean expected) {
    assertThat(Seasons.inSeason(AUTUMN, at(time))).isEqualTo(expected);
  }

  @Test
  void countsDaysOnTheClockOfShanghai() {
    assertThat(Seasons.inSeason(AUTUMN, at("2024-08-31T16:00:00Z"))).isTrue();
    assertThat(Seasons.inSeason(AUTUMN, at("2024-08-31T15:59:59Z"))).isFalse();
    assertThat(Seasons.inSeason(AUTUMN, at("2024-11-30T16:00:00Z"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-10-31T23:59:59+08:00, false",
    "2024-11-01T00:00:00+08:00, true",
    "2024-12-31T23:59:59+08:00, true",
    "2025-01-01T00:00:00+08:00, true",
    "2025-03-31T23:59:59+08:00, true",
    "2025-04-01T00:00:00+08:00, false",
    "2025-07-01T00:00:00+08:00, false"
  })
  void runsOverTheNewYear(String time, boolean expected) {
    assertThat(Seasons.inSeason(WINTER, at(time))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-10-01T18:59:59+08:00, false",
    "2024-10-01T19:00:00+08:00, true",
    "2024-10-02T00:00:00+08:00, true",
    "2024-10-02T05:59:59+08:00, true",
    "2024-10-02T06:00:00+08:00, false",
    "2024-10-02T12:00:00+08:00, false"
  })
  void runsOverMidnight(String time, boolean expected) {
    assertThat(Seasons.inSeason(NIGHTS, at(time))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-09-01T03:00:00+08:00, false",
    "2024-09-01T19:00:00+08:00, true",
    "2024-12-01T03:00:00+08:00, true",
    "2024-12-01T19:00:00+08:00, false"
  })
  void givesANightToTheDayOnWhichItBegins(String time, boolean expected) {
    assertThat(Seasons.inSeason(NIGHTS, at(time))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-09-01T04:59:59+08:00, false",
    "2024-09-01T05:00:00+08:00, true",
    "2024-09-01T08:29:59+08:00, true",
    "2024-09-01T08:30:00+08:00, false",
    "2024-12-01T06:00:00+08:00, false"
  })
  void keepsToHoursWithinADay(String time, boolean expected) {
    assertThat(Seasons.inSeason(MORNINGS, at(time))).isEqualTo(expected);
  }

  @Test
  void takes2400AsTheEndOfADay() {
    List<Season> evenings = List.of(new Season("09-01", "11-30", "20:00-24:00"));

    assertThat(Seasons.inSeason(evenings, at("2024-11-30T23:59:59+08:00"))).isTrue();
    assertThat(Seasons.inSeason(evenings, at("2024-12-01T00:00:00+08:00"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "02-29, 2024-02-29T12:00:00+08:00, true",
    "02-29, 2023-02-28T12:00:00+08:00, true",
    "02-29, 2023-03-01T12:00:00+08:00, false",
    "02-28, 2024-02-29T12:00:00+08:00, false",
    "03-01, 2024-02-29T12:00:00+08:00, true"
  })
  void knowsTheTwentyNinthOfFebruary(String to, String time, boolean expected) {
    List<Season> seasons = List.of(new Season("02-01", to, null));

    assertThat(Seasons.inSeason(seasons, at(time))).isEqualTo(expected);
  }

  @Test
  void beginsOnTheFirstOfMarchWhereThereIsNoTwentyNinth() {
    List<Season> seasons = List.of(new Season("02-29", "03-10", null));

    assertThat(Seasons.inSeason(seasons, at("2023-02-28T12:00:00+08:00"))).isFalse();
    assertThat(Seasons.inSeason(seasons, at("2023-03-01T12:00:00+08:00"))).isTrue();
    assertThat(Seasons.inSeason(seasons, at("2024-02-29T12:00:00+08:00"))).isTrue();
  }

  @Test
  void lastsOneDayWhereBothDaysAreTheSame() {
    List<Season> seasons = List.of(new Season("10-11", "10-11", null));

    assertThat(Seasons.inSeason(seasons, at("2024-10-11T23:00:00+08:00"))).isTrue();
    assertThat(Seasons.inSeason(seasons, at("2024-10-12T00:00:00+08:00"))).isFalse();
  }

  @Test
  void holdsIfAnyOfSeveralSeasonsDoes() {
    List<Season> both = List.of(AUTUMN.get(0), new Season("03-15", "05-15", null));

    assertThat(Seasons.inSeason(both, at("2025-04-01T00:00:00+08:00"))).isTrue();
    assertThat(Seasons.inSeason(both, at("2025-06-01T00:00:00+08:00"))).isFalse();
  }

  @Test
  void neverHoldsWithoutSeasons() {
    assertThat(Seasons.inSeason(List.of(), at("2024-10-15T12:00:00+08:00"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9-1", "02-30", "13-01", "00-10", "", "2024-09-01", "x"})
  void namesAWrongDay(String day) {
    assertThat(Seasons.findFault(new Season(day, "11-30", null)).orElseThrow())
        .contains("from '" + day + "'");
    assertThat(Seasons.findFault(new Season("09-01", day, null)).orElseThrow())
        .contains("to '" + day + "'");
    assertThatThrownBy(
            () -> Seasons.inSeason(List.of(new Season(day, "11-30", null)), Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"19-06", "19:00", "24:00-06:00", "25:00-06:00", "19:60-06:00", "06:00-06:00"})
  void namesWrongHours(String hours) {
    assertThat(Seasons.findFault(new Season("09-01", "11-30", hours)).orElseThrow())
        .contains("hours '" + hours + "'");
  }

  @Test
  void findsNoFaultInASoundSeason() {
    assertThat(Seasons.findFault(NIGHTS.get(0))).isEmpty();
    assertThat(Seasons.findFault(new Season("02-29", "03-01", null))).isEmpty();
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }

  @Test
  void holdsOnlyInTheYearsThatANoticeNames() {
    List<Season> notice = List.of(new Season("2025-09-10", "2026-01-15", null, "永林发〔2025〕3号"));
    assertThat(Seasons.inSeason(notice, at("2025-09-09T23:59:59+08:00"))).isFalse();
    assertThat(Seasons.inSeason(notice, at("2025-09-10T00:00:00+08:00"))).isTrue();
    assertThat(Seasons.inSeason(notice, at("2026-01-15T23:59:59+08:00"))).isTrue();
    assertThat(Seasons.inSeason(notice, at("2026-01-16T00:00:00+08:00"))).isFalse();
    assertThat(Seasons.inSeason(notice, at("2026-10-01T00:00:00+08:00"))).isFalse();
  }

  @Test
  void saysThatASeasonEndsBeforeItBegins() {
    assertThat(Seasons.findFault(new Season("2025-11-30", "2025-09-01", null)).orElseThrow())
        .contains("ends before it begins", "2025-11-30");
    assertThat(Seasons.findFault(new Season("11-30", "02-01", null)))
        .as("over the new year")
        .isEmpty();
  }

  @Test
  void tellsTheRunOfTodayAndTheNextOne() {
    List<Season> seasons = new ArrayList<>(WINTER);
    seasons.add(new Season("2026-03-15", "2026-05-15", "19:00-06:00", "永林发〔2026〕1号"));
    LocalDate newYear = LocalDate.parse("2026-01-02");
    assertThat(Seasons.listOn(seasons, newYear))
        .containsExactly(
            new SeasonDays(
                LocalDate.parse("2025-11-01"), LocalDate.parse("2026-03-31"), null, null));
    assertThat(Seasons.findNext(seasons, newYear))
        .contains(
            new SeasonDays(
                LocalDate.parse("2026-03-15"),
                LocalDate.parse("2026-05-15"),
                "19:00-06:00",
                "永林发〔2026〕1号"));
    assertThat(Seasons.findNext(seasons, LocalDate.parse("2026-03-15")).orElseThrow().from())
        .isEqualTo("2026-11-01");
    assertThat(Seasons.findNext(List.of(), newYear)).isEmpty();
  }
}
