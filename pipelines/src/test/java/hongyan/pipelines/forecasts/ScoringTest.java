package hongyan.pipelines.forecasts;

import static hongyan.pipelines.forecasts.ForecastFixtures.day;
import static hongyan.pipelines.forecasts.ForecastFixtures.put;
import static hongyan.pipelines.records.RecordFixtures.forecast;
import static hongyan.pipelines.records.RecordFixtures.receipt;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoringTest {
  private static final String EVENING = "2024-10-24T18:00:00+08:00";

  private final Map<LocalDate, AirFigure> days = new HashMap<>();

  @Test
  void holdsTheMiddleAgainstWhatCame() {
    put(days, day("2024-10-25", 110));
    put(days, day("2024-10-26", 110));
    // One level too low by 20, right and too high by 10.
    List<Forecast> forecasts =
        List.of(
            forecast(EVENING, "431100", "2024-10-25", 90, 1),
            forecast("2024-10-25T18:00:00+08:00", "431100", "2024-10-26", 120, 2));
    Score score = Scoring.of(forecasts, days).get(0);
    assertThat(score.count()).isEqualTo(2);
    assertThat(score.lead()).isEqualTo(1);
    assertThat(score.meanAbsoluteError()).isEqualByComparingTo("15");
    assertThat(score.bias()).isEqualByComparingTo("-5");
    assertThat(score.levelHits()).isEqualTo(1);
    assertThat(score.levelHitRate()).isEqualByComparingTo("50.0");
    assertThat(score.recordedAfter()).isZero();
  }

  @Test
  void takesARangeForAHitOfEachOfItsLevels() {
    put(days, day("2024-10-25", 110));
    Score score = Scoring.of(List.of(range("90", "120")), days).get(0);
    assertThat(score.levelHits()).isEqualTo(1);
    assertThat(score.bias()).isEqualByComparingTo("-5");
    assertThat(Scoring.of(List.of(range("80", "100")), days).get(0).levelHits()).isZero();
  }

  @Test
  void tellsIssuersItemsAndLeadsApart() {
    put(days, day("2024-10-25", 110));
    List<Forecast> forecasts =
        List.of(
            forecast(EVENING, "431100", "2024-10-25", 90, 1),
            forecast("centre", EVENING, "431100", "2024-10-25", 90, 1),
            forecast("2024-10-23T18:00:00+08:00", "431100", "2024-10-25", 90, 1));
    assertThat(Scoring.of(forecasts, days))
        .extracting(s -> s.issuer() + " " + s.lead())
        .containsExactly("bureau 1", "bureau 2", "centre 1");
  }

  @Test
  void leavesOutWhatNothingValidCameFor() {
    put(days, day("2024-10-25", (Integer) null));
    assertThat(Scoring.of(List.of(forecast(EVENING, "431100", "2024-10-25", 90, 1)), days))
        .isEmpty();
    assertThat(Scoring.of(List.of(forecast(EVENING, "431100", "2024-10-26", 90, 1)), days))
        .isEmpty();
  }

  @Test
  void scoresAPollutantWithoutLevels() {
    put(days, day("2024-10-25", Pollutant.PM25, "42", true));
    BigDecimal value = new BigDecimal("40");
    Forecast forecast =
        new Forecast(
            "bureau", time(EVENING), "431100", "PM2.5", "2024-10-25", value, value, receipt(1));
    Score score = Scoring.of(List.of(forecast), days).get(0);
    assertThat(score.bias()).isEqualByComparingTo("-2");
    assertThat(score.levelHits()).isNull();
  }

  @Test
  void countsThoseThatCameOnlyAfterTheirDay() {
    put(days, day("2024-10-22", 50));
    // The fixture's records arrive on the 23rd.
    Score score =
        Scoring.of(
                List.of(forecast("2024-10-21T18:00:00+08:00", "431100", "2024-10-22", 50, 1)), days)
            .get(0);
    assertThat(score.recordedAfter()).isEqualTo(1);
  }

  @Test
  void givesTheSameInWhateverOrderTheyCome() {
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String date = LocalDate.parse("2024-10-25").plusDays(i % 7).toString();
      put(days, day(date, 50 + 7 * i));
      forecasts.add(forecast("c" + i % 3, EVENING, "431100", date, 40 + i, i));
    }
    List<Score> right = Scoring.of(forecasts, days);
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(forecasts, new Random(seed));
      assertThat(Scoring.of(forecasts, days)).isEqualTo(right);
    }
  }

  private static Forecast range(String low, String high) {
    return new Forecast(
        "bureau",
        time(EVENING),
        "431100",
        Forecast.AQI,
        "2024-10-25",
        new BigDecimal(low),
        new BigDecimal(high),
        receipt(1));
  }
}
