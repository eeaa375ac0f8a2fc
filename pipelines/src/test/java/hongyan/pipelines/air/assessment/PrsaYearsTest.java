package hongyan.pipelines.air.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.air.assessment.PlainYears.Fraction;
import hongyan.pipelines.records.Receipt;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four years of two Beijing stations, against {@link PlainYears}: every day, month and year. */
class PrsaYearsTest {
  private static final Receipt RECEIPT = new Receipt("test", Instant.EPOCH, null, "", 1, "", 0);
  private static final Hj663 RULES = Hj663.getVersion("HJ 663-2013");

  @ParameterizedTest
  @ValueSource(strings = {"Gucheng", "Nongzhanguan"})
  void comeOutAsInASecondImplementation(String station) throws IOException {
    Path file = data().resolve("air/prsa/PRSA_Data_" + station + "_20130301-20170228.csv");
    assumeTrue(Files.exists(file), "the station's four years are not here: " + file);
    PlainYears plain = new PlainYears(file);
    List<AirFigure> days = new ArrayList<>();
    for (int day = 0; day < plain.days; day++) {
      AirFigure figure = figure(station, plain, day);
      compareDay(plain, day, figure);
      days.add(figure);
    }
    assertThat(days).hasSize(1461);
    for (int year = 2013; year <= 2017; year++) {
      comparePeriod(station, plain, days, CivilPeriod.ofYear(year));
      for (int quarter = 1; quarter <= 4; quarter++) {
        comparePeriod(station, plain, days, CivilPeriod.parse(year + "-Q" + quarter));
      }
      for (int month = 1; month <= 12; month++) {
        comparePeriod(station, plain, days, CivilPeriod.parse("%d-%02d".formatted(year, month)));
      }
    }
  }

  private static AirFigure figure(String station, PlainYears plain, int day) {
    LocalDate date = plain.firstDay.plusDays(day);
    List<Reading> readings = new ArrayList<>();
    for (int p = 0; p < PlainYears.NAMES.length; p++) {
      Pollutant pollutant = Pollutant.findByCode(PlainYears.NAMES[p]).orElseThrow();
      for (int hour = 0; hour < 24; hour++) {
        BigDecimal value = plain.hours[day][p][hour];
        if (value != null) {
          Instant end = CivilDay.startOf(date.toString()).plus(Duration.ofHours(hour + 1L));
          readings.add(
              new Reading(station, pollutant, Averaging.PT1H, end, value, Flag.N, RECEIPT));
        }
      }
    }
    return AirDay.of(station, date.toString(), readings).day();
  }

  private static void compareDay(PlainYears plain, int day, AirFigure figure) {
    for (int p = 0; p < PlainYears.NAMES.length; p++) {
      String what = figure.date() + " " + PlainYears.NAMES[p];
      Pollutant pollutant = Pollutant.findByCode(PlainYears.NAMES[p]).orElseThrow();
      Optional<Mean> mean =
          figure.means().stream().filter(each -> each.pollutant() == pollutant).findFirst();
      Fraction expected = plain.values[day][p];
      assertThat(mean.isPresent()).as(what).isEqualTo(expected != null);
      if (mean.isPresent()) {
        assertThat(expected.isNear(mean.get().value())).as(what).isTrue();
        assertThat(mean.get().rounded())
            .as(what)
            .isEqualByComparingTo(expected.rounded(p == PlainYears.CO ? 1 : 0));
        assertThat(mean.get().count()).as(what).isEqualTo(plain.counts[day][p]);
        assertThat(mean.get().valid()).as(what).isEqualTo(plain.valid[day][p]);
      }
    }
    assertThat(figure.aqi()).as(figure.date()).isEqualTo(plain.aqi[day]);
  }

  private static void comparePeriod(
      String station, PlainYears plain, List<AirFigure> days, CivilPeriod period) {
    SubjectDays subject = new SubjectDays(station, period, days, Set.of());
    PeriodStatistics statistics = PeriodStatistics.of(subject, RULES, Series.ALL);
    for (Statistic statistic : statistics.items()) {
      compareStatistic(plain, period, statistic);
    }
    int[] good = plain.goodDays(period.from(), period.to());
    GoodDays goodDays = GoodDays.asReported(subject);
    assertThat(goodDays.count()).as(period.code()).isEqualTo(good[0]);
    assertThat(goodDays.good()).as(period.code()).isEqualTo(good[1]);
    if (good[0] > 0) {
      assertThat(goodDays.rate())
          .as(period.code())
          .isEqualByComparingTo(
              Fraction.of(BigDecimal.valueOf(good[1] * 100L), good[0]).rounded(1));
    }
    BigDecimal composite = plain.composite(period.from(), period.to());
    BigDecimal index = CompositeIndex.list().get(0).of(subject, Series.ALL).rounded();
    assertThat(index).as(period.code()).isEqualTo(composite);
  }

  private static void compareStatistic(PlainYears plain, CivilPeriod period, Statistic statistic) {
    String what = "%s %s %s".formatted(period.code(), statistic.pollutant(), statistic.statistic());
    int p = List.of(PlainYears.NAMES).indexOf(statistic.pollutant());
    List<Fraction> valid = plain.valid(p, period.from(), period.to());
    assertThat(statistic.count()).as(what).isEqualTo(valid.size());
    assertThat(statistic.valid()).as(what).isEqualTo(plain.enough(p, period.from(), period.to()));
    if (valid.isEmpty()) {
      assertThat(statistic.value()).as(what).isNull();
      return;
    }
    Fraction expected;
    if (statistic.statistic().equals("mean")) {
      expected = PlainYears.mean(valid);
    } else {
      assertThat(statistic.statistic()).isEqualTo(PlainYears.percentileName(p));
      expected = PlainYears.percentile(p, valid);
    }
    assertThat(expected.isNear(statistic.value())).as(what).isTrue();
    assertThat(statistic.evaluation())
        .as(what)
        .isEqualTo(expected.rounded(p == PlainYears.CO ? 1 : 0));
  }

  /** Tests run in the module's folder, one below the repository's root. */
  private static Path data() {
    String configured = System.getenv("HONGYAN_DATA");
    return configured == null ? Path.of("..", "..", "shared", "data") : Path.of(configured);
  }
}
