package hongyan.pipelines.birds.surveys;

import static hongyan.pipelines.records.RecordFixtures.RIDGE;
import static hongyan.pipelines.records.RecordFixtures.receipt;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.Sampling;
import hongyan.pipelines.records.RecordFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveysTest {
  private static final SurveySettings SETTINGS = SurveySettings.load();
  private static final String THRUSH = "Turdus hortulorum";
  private static final String EGRET = "Egretta garzetta";

  @Test
  void findsFirstPeakAndLastOfEachPassage() {
    Phenology phenology =
        Phenology.of(
            List.of(
                day("2025-10-20", 2, 40),
                day("2025-03-12", 1, 5),
                day("2025-10-01", 1, 10),
                day("2025-10-26", 3, 40),
                day("2025-11-08", 1, 10),
                day("2025-10-27", 0, 0),
                day("2025-04-02", 2, 15)),
            SETTINGS);
    assertThat(phenology.passages())
        .extracting(p -> p.part() + " " + p.first() + " " + p.peak() + " " + p.last())
        .containsExactly(
            "year 2025-03-12 2025-10-26 2025-11-08",
            "spring 2025-03-12 2025-04-02 2025-04-02",
            "autumn 2025-10-01 2025-10-26 2025-11-08");
    Phenology.Passage autumn = phenology.passages().get(2);
    assertThat(autumn.tenth()).isEqualTo("2025-10-01");
    assertThat(autumn.half()).isEqualTo("2025-10-20");
    assertThat(autumn.ninetieth()).isEqualTo("2025-10-26");
    assertThat(autumn.individuals()).isEqualTo(100);
    assertThat(phenology.curve()).hasSize(6).allMatch(p -> p.from().getDayOfYear() % 5 == 1);
  }

  @Test
  void saysNothingOfAYearWithoutRecords() {
    assertThat(Phenology.of(List.of(day("2025-10-27", 0, 0)), SETTINGS).passages()).isEmpty();
  }

  /**
   * By another program, from the solar equations that NOAA publishes (after J. Meeus, "Astronomical
   * Algorithms"): when the sun's centre passes 6 degrees below the horizon at 25.10 N, 112.15 E.
   */
  @ParameterizedTest
  @CsvSource({
    "2024-06-21, 2024-06-21T19:50:08+08:00, 2024-06-22T05:16:37+08:00",
    "2024-12-21, 2024-12-21T18:11:58+08:00, 2024-12-22T06:47:41+08:00",
    "2025-10-22, 2025-10-22T18:21:30+08:00, 2025-10-23T06:10:22+08:00"
  })
  void knowsWhenItIsNight(String date, String dusk, String dawn) {
    Darkness night = Darkness.of(LocalDate.parse(date), RIDGE).orElseThrow();
    assertThat(night.dusk()).isCloseTo(time(dusk), within(Duration.ofSeconds(30)));
    assertThat(night.dawn()).isCloseTo(time(dawn), within(Duration.ofSeconds(30)));
  }

  @Test
  void givesBirdsPerHourBetweenDuskAndDawn() {
    List<PlacedOccurrence> records =
        List.of(
            bird("a", EGRET, "2025-10-22T17:00:00+08:00", 500, null),
            bird("b", EGRET, "2025-10-22T22:10:00+08:00", 30, null),
            bird("c", EGRET, "2025-10-22T22:50:00+08:00", 10, null),
            bird("d", EGRET, "2025-10-23T01:20:00+08:00", 20, null),
            bird("e", EGRET, "2025-10-23T12:30:00+08:00", 90, null));
    List<NightPassage> nights = NightPassage.of(records, SETTINGS);
    assertThat(nights).hasSize(1);
    NightPassage night = nights.get(0);
    assertThat(night.date()).isEqualTo("2025-10-22");
    assertThat(night.hours()).extracting(NightPassage.Hour::individuals).containsExactly(40L, 20L);
    assertThat(night.hours().get(0).end()).isEqualTo(time("2025-10-22T23:00:00+08:00"));
    assertThat(night.hours()).extracting(NightPassage.Hour::dark).containsOnly(1.0);
    assertThat(night.birdsPerHour()).isEqualTo(30);
  }

  @Test
  void countsOnlyTheDarkPartOfTheHourOfDusk() {
    Darkness night = Darkness.of(LocalDate.parse("2025-10-22"), RIDGE).orElseThrow();
    var justAfter = night.dusk().plusSeconds(60);
    NightPassage passage =
        NightPassage.of(List.of(bird("a", EGRET, justAfter.toString(), 12, null)), SETTINGS).get(0);
    NightPassage.Hour hour = passage.hours().get(0);
    assertThat(hour.dark()).isBetween(0.0, 0.99);
    assertThat(hour.birdsPerHour()).isCloseTo(12 / hour.dark(), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "2, h, , '{hour=2}'",
    "90, min, , '{hour=1.5}'",
    "2500, m, , '{km=2.5}'",
    ", , 2 h, '{hour=2}'",
    ", , '30 min; 1.5 km', '{hour=0.5, km=1.5}'",
    ", , 3小时, '{hour=3}'",
    "3, observers, 2 hours, '{hour=2}'"
  })
  void readsEffortInItsUsualWords(
      @Nullable BigDecimal size, @Nullable String unit, @Nullable String words, String expected) {
    var sampling = new Sampling("e", null, words, size, unit);
    assertThat(Effort.of(sampling, SETTINGS).orElseThrow().measures()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, h, ",
    "3, observers, ",
    ", , all morning",
    ", , '2 h, 3 nets'",
    ", , 2",
    ", , '2 h; 3 h'"
  })
  void doesNotGuessAtEffort(
      @Nullable BigDecimal size, @Nullable String unit, @Nullable String words) {
    assertThat(Effort.of(new Sampling("e", null, words, size, unit), SETTINGS)).isEmpty();
  }

  @Test
  void setsCountsAgainstTheEffortOfAllSurveysAlsoOfThoseThatFoundNone() {
    List<PlacedOccurrence> records = new ArrayList<>();
    records.add(bird("a", THRUSH, "2025-10-01T07:00:00+08:00", 6, hours("s1", "2")));
    records.add(bird("b", EGRET, "2025-10-01T07:00:00+08:00", 3, hours("s1", "2")));
    records.add(bird("c", EGRET, "2025-10-02T07:00:00+08:00", 3, hours("s2", "1")));
    records.add(bird("d", THRUSH, "2025-10-03T07:00:00+08:00", 50, null));
    records.add(bird("e", THRUSH, "2025-10-04T07:00:00+08:00", 7, hours("s3", "1")));
    records.add(bird("f", EGRET, "2025-10-04T07:00:00+08:00", 1, hours("s3", "4")));
    records.add(bird("g", EGRET, "2025-11-04T07:00:00+08:00", 1, hours("s4", "4")));
    var rates = new EffortRates(SETTINGS, date -> date.toString().substring(0, 7));
    List<EffortRate> found = rates.of(records, "灰背鸫");
    assertThat(found).hasSize(2);
    assertThat(found.get(0))
        .returns("2025-10", EffortRate::period)
        .returns("hour", EffortRate::measure)
        .returns(2, EffortRate::surveys)
        .returns(6L, EffortRate::individuals)
        .returns(new BigDecimal("3"), EffortRate::effort)
        .returns(new EffortRate.Uncorrected(1, 1, 0, 57), EffortRate::notCorrected);
    assertThat(found.get(0).rate()).isEqualByComparingTo("2");
    assertThat(found.get(1).rate()).isEqualByComparingTo("0");
  }

  @Test
  void saysThatNothingIsCorrectedWhereNoEffortIsKnown() {
    var rates = new EffortRates(SETTINGS, date -> "all");
    assertThat(rates.of(List.of(bird("d", THRUSH, "2025-10-03T07:00:00+08:00", 50, null)), THRUSH))
        .singleElement()
        .returns(null, EffortRate::measure)
        .returns(null, EffortRate::rate)
        .returns(50L, rate -> rate.notCorrected().individuals());
  }

  /**
   * New AIDS cases in Belgium 1981 to 1993 (S. N. Wood, "Generalized Additive Models", 2006, ch. 2:
   * intercept 3.140590, slope 0.202121 for a Poisson model). The quasi-Poisson figures are those of
   * R 4.2.2, glm(y ~ t, quasipoisson): standard error 0.0201870283, dispersion 6.747398.
   */
  @Test
  void agreesWithAPublishedRegression() {
    long[] cases = {12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240};
    List<YearOfBirds> years = new ArrayList<>();
    for (int i = 0; i < cases.length; i++) {
      years.add(new YearOfBirds(1981 + i, cases[i], null));
    }
    Trend trend = Trend.of(years, SETTINGS).orElseThrow();
    assertThat(trend.slope()).isCloseTo(0.2021212034, within(1e-9));
    assertThat(trend.standardError()).isCloseTo(0.0201870283, within(1e-8));
    assertThat(trend.dispersion()).isCloseTo(6.747398, within(1e-5));
    assertThat(trend.percentPerYear()).isCloseTo(22.39964, within(1e-4));
    assertThat(trend.low()).isCloseTo(17.0803, within(1e-3));
    assertThat(trend.high()).isCloseTo(27.96064, within(1e-3));
    assertThat(trend.isOpen()).isFalse();
  }

  /**
   * R 4.2.2, glm(y ~ year + offset(log(effort)), poisson): slope -0.103603140; its dispersion of
   * 0.13 is below chance, so the Poisson standard error is kept.
   */
  @Test
  void takesEffortAsAnOffsetAndClaimsNoMoreThanChanceAllows() {
    long[] counts = {40, 52, 31, 25, 30, 18};
    double[] effort = {10, 12.5, 9, 8, 11, 7};
    List<YearOfBirds> years = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      years.add(new YearOfBirds(2019 + i, counts[i], effort[i]));
    }
    Trend trend = Trend.of(years, SETTINGS).orElseThrow();
    assertThat(trend.slope()).isCloseTo(-0.103603140, within(1e-8));
    assertThat(trend.dispersion()).isEqualTo(1);
    assertThat(trend.standardError()).isCloseTo(0.01570982852 / Math.sqrt(0.1303768), within(1e-6));
    assertThat(trend.isOpen()).isTrue();
  }

  @Test
  void saysNothingOfTooFewYearsOrWithoutBirds() {
    assertThat(
            Trend.of(
                List.of(new YearOfBirds(2024, 5, null), new YearOfBirds(2025, 9, null)), SETTINGS))
        .isEmpty();
    assertThat(
            Trend.of(
                List.of(
                    new YearOfBirds(2023, 0, null),
                    new YearOfBirds(2024, 0, null),
                    new YearOfBirds(2025, 0, null)),
                SETTINGS))
        .isEmpty();
  }

  private static DayOfBirds day(String date, long records, long individuals) {
    return new DayOfBirds(LocalDate.parse(date), records, individuals);
  }

  private static Sampling hours(String event, String hours) {
    return new Sampling(event, "line transect", null, new BigDecimal(hours), "h");
  }

  private static PlacedOccurrence bird(
      String id, String name, String iso, int count, @Nullable Sampling sampling) {
    return new PlacedOccurrence(
        new Occurrence(
            id,
            name,
            null,
            time(iso),
            null,
            true,
            RIDGE,
            30.0,
            count,
            "present",
            null,
            null,
            null,
            null,
            sampling,
            receipt(1)),
        RecordFixtures.IN_FLYWAY);
  }
}
