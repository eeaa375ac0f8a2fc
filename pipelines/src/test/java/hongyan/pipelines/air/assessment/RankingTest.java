package hongyan.pipelines.air.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.assessment.RankingMetric.Figure;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final RankingMetric.Version VERSION =
      RankingMetric.PM25_MEAN.versionsFor(CivilPeriod.parse("2024")).get(0);

  private static Ranking.Entry entry(String subject, String value, boolean valid, String before) {
    return new Ranking.Entry(subject, subject, figure(value, valid), figure(before, true));
  }

  private static Figure figure(String value, boolean valid) {
    return new Figure(value == null ? null : new BigDecimal(value), 300, valid);
  }

  @Test
  void sharesARankBetweenEqualValues() {
    Ranking ranking =
        Ranking.of(
            VERSION,
            Series.ALL,
            true,
            List.of(
                entry("d", "31", true, "30"),
                entry("c", "25", true, "25"),
                entry("b", "25.0", true, "30"),
                entry("a", "20", true, null)));
    assertThat(ranking.rows()).extracting(Ranking.Row::subject).containsExactly("a", "b", "c", "d");
    assertThat(ranking.rows()).extracting(Ranking.Row::rank).containsExactly(1, 2, 2, 4);
    assertThat(ranking.rows().get(0).yearOnYear().difference()).isNull();
    assertThat(ranking.rows().get(1).yearOnYear().percent()).isEqualByComparingTo("-16.7");
    assertThat(ranking.standard()).isEqualTo("HJ 663-2013");
  }

  @Test
  void putsMoreFirstWhereMoreIsBetter() {
    Ranking ranking =
        Ranking.of(
            VERSION,
            Series.ALL,
            false,
            List.of(entry("a", "88.1", true, null), entry("b", "97.0", true, null)));
    assertThat(ranking.rows()).extracting(Ranking.Row::subject).containsExactly("b", "a");
  }

  @Test
  void givesNoRankToWhatIsNotValid() {
    Ranking ranking =
        Ranking.of(
            VERSION,
            Series.ALL,
            true,
            List.of(
                entry("a", "10", false, null),
                entry("b", null, false, null),
                entry("c", "40", true, null)));
    assertThat(ranking.rows()).extracting(Ranking.Row::subject).containsExactly("c", "a", "b");
    assertThat(ranking.rows()).extracting(Ranking.Row::rank).containsExactly(1, null, null);
  }

  @Test
  void knowsTheSeriesAndVersionsOfEachMetric() {
    CivilPeriod straddling = CivilPeriod.parse("2026");
    assertThat(RankingMetric.PM10_MEAN.versionsFor(straddling))
        .extracting(RankingMetric.Version::standard)
        .containsExactly("HJ 663-2013", "HJ 663-2026");
    assertThat(RankingMetric.GOOD_DAY_RATE.versionsFor(straddling))
        .extracting(RankingMetric.Version::standard)
        .containsExactly("HJ 633-2012", "HJ 633-2026");
    assertThat(RankingMetric.GOOD_DAY_RATE.series()).containsExactly(Series.ALL);
    assertThat(RankingMetric.COMPOSITE_INDEX.series())
        .containsExactly(Series.ALL, Series.DUST_DEDUCTED);
  }

  @Test
  void computesEachMetric() {
    SubjectDays year = AssessmentFixtures.always("2024", Pollutant.O3, "170");
    assertThat(value("pm25-mean", year)).isEqualByComparingTo("20");
    assertThat(value("pm10-mean", year)).isEqualByComparingTo("30");
    assertThat(value("o3-p90", year)).isEqualByComparingTo("170");
    assertThat(value("good-day-rate", year)).isEqualByComparingTo("0");
    assertThat(value("composite-index", year)).isEqualByComparingTo("2.60");
  }

  private static BigDecimal value(String metric, SubjectDays year) {
    return RankingMetric.getByCode(metric)
        .versionsFor(year.period())
        .get(0)
        .formula()
        .of(year, Series.ALL)
        .value();
  }

  @Test
  void refusesAMetricThatIsNone() {
    assertThatThrownBy(() -> RankingMetric.getByCode("smell"))
        .hasMessageContaining("metric=smell")
        .hasMessageContaining("composite-index");
  }
}
