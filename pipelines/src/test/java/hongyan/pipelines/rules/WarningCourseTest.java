package hongyan.pipelines.rules;

import static hongyan.pipelines.records.RecordFixtures.forecast;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.forecasts.Baseline;
import hongyan.pipelines.forecasts.Forecast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarningCourseTest {
  private static final PollutionWarning RULE = PollutionWarning.load();

  private final Map<String, Integer> observed = new HashMap<>();
  private final List<Forecast> forecasts = new ArrayList<>();

  @Test
  void goesUpAndDownWithWhatIsSeenAndExpected() {
    saw(20, 100);
    expects(20, 21, 160);
    expects(20, 22, 170);
    assertThat(steps()).containsExactly("2024-12-20 RAISE YELLOW FORECAST");

    saw(21, 210);
    expects(21, 22, 220);
    assertThat(steps().get(1)).isEqualTo("2024-12-21 UPGRADE ORANGE OBSERVED_AND_FORECAST");

    saw(22, 160);
    assertThat(steps().get(2)).isEqualTo("2024-12-22 DOWNGRADE YELLOW OBSERVED");

    saw(23, 90);
    assertThat(steps()).as("24 hours are not 36").hasSize(3);
    expects(23, 24, 80);
    assertThat(steps().get(3)).isEqualTo("2024-12-23 RELEASE null OBSERVED_AND_FORECAST");

    WarningEpisode episode = episodes().get(0);
    assertThat(episode.first()).isEqualTo("2024-12-21");
    assertThat(episode.highest()).isEqualTo(WarningLadder.Colour.ORANGE);
    assertThat(episode.current()).isNull();
    assertThat(episode.special()).isTrue();
  }

  @Test
  void isReleasedByObservedDaysAloneAfterTwo() {
    saw(20, 210);
    saw(21, 140);
    assertThat(steps()).hasSize(1);
    saw(22, 150);
    assertThat(steps().get(1)).isEqualTo("2024-12-22 RELEASE null OBSERVED");
  }

  @Test
  void isNotReleasedWhileItIsForecastToComeBack() {
    saw(20, 210);
    saw(21, 140);
    expects(21, 22, 160);
    expects(21, 23, 160);
    assertThat(steps()).containsExactly("2024-12-20 RAISE YELLOW OBSERVED");
  }

  @Test
  void judgesADayOnlyByWhatWasIssuedThen() {
    saw(20, 100);
    saw(21, 100);
    expects(21, 22, 210);
    assertThat(steps()).containsExactly("2024-12-21 RAISE YELLOW FORECAST");
  }

  @Test
  void looksThreeDaysAhead() {
    saw(20, 100);
    expects(20, 24, 210);
    assertThat(steps()).isEmpty();
    saw(21, 100);
    assertThat(steps()).containsExactly("2024-12-21 RAISE YELLOW FORECAST");
  }

  @Test
  void trustsAnOfficialForecastBeforeTheBaseline() {
    saw(20, 100);
    expects(19, 21, 90);
    forecasts.add(
        forecast(Baseline.ISSUER, "2024-12-20T19:30:00+08:00", "431100", "2024-12-21", 250, 9));
    assertThat(steps()).isEmpty();
    forecasts.remove(0);
    assertThat(steps()).containsExactly("2024-12-20 RAISE YELLOW FORECAST");
    assertThat(alerts().get(0).grounds())
        .anyMatch(ground -> ground.factEn().contains("baseline, not an official forecast"));
  }

  @Test
  void takesWhatCameForWhatWasForecast() {
    saw(20, 100);
    expects(20, 21, 210);
    saw(21, 120);
    assertThat(steps())
        .containsExactly("2024-12-20 RAISE YELLOW FORECAST", "2024-12-21 RELEASE null OBSERVED");
  }

  @Test
  void endsWhenNothingIsHeardAnyMore() {
    saw(20, 210);
    saw(25, 100);
    assertThat(steps())
        .containsExactly("2024-12-20 RAISE YELLOW OBSERVED", "2024-12-20 END null OBSERVED");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-10-15, false",
    "2024-10-16, true",
    "2025-01-01, true",
    "2025-03-15, true",
    "2025-03-16, false"
  })
  void knowsTheSeasonOfSpecialProtection(String date, boolean special) {
    observed.put(date, 210);
    assertThat(episodes().get(0).special()).isEqualTo(special);
    assertThat(alerts().get(0).grounds().stream().anyMatch(g -> g.fact().contains("特护期")))
        .isEqualTo(special);
  }

  @Test
  void saysOnWhatItRests() {
    saw(20, 160);
    expects(20, 21, 160);
    Alert alert = alerts().get(0);
    assertThat(alert.grounds())
        .extracting(ground -> ground.factEn())
        .contains(
            "end of 2024-12-20: suggested: start yellow (by observed days and forecasts)",
            "2024-12-20: observed daily AQI 160",
            "2024-12-21: forecast daily AQI 160 (bureau, issued 2024-12-20 18:00)",
            "rests on 1 observed and 1 forecast days");
    assertThat(alert.grounds())
        .extracting(ground -> ground.record())
        .contains("forecast/bureau|2024-12-20T10:00:00Z|431100|AQI|2024-12-21");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isTheSameInWhateverOrderThingsCame(long seed) {
    Random random = new Random(seed);
    LocalDate date = LocalDate.parse("2024-11-01");
    for (int i = 0; i < 60; i++, date = date.plusDays(1)) {
      if (random.nextInt(8) > 0) {
        observed.put(date.toString(), 40 + random.nextInt(220));
      }
      for (int lead = 0; lead < random.nextInt(5); lead++) {
        forecasts.add(
            forecast(
                "c" + random.nextInt(2),
                date + "T18:00:00+08:00",
                "431100",
                date.plusDays(lead).toString(),
                40 + random.nextInt(220),
                i));
      }
    }
    List<WarningEpisode> right = RULE.episodes(new TreeMap<>(observed), forecasts);
    assertThat(right).isNotEmpty();
    for (int turn = 0; turn < 5; turn++) {
      Collections.shuffle(forecasts, random);
      assertThat(RULE.episodes(observed, forecasts)).isEqualTo(right);
    }
  }

  private void saw(int day, int aqi) {
    observed.put("2024-12-" + day, aqi);
  }

  private void expects(int issued, int day, int aqi) {
    forecasts.add(
        forecast(
            "2024-12-%dT18:00:00+08:00".formatted(issued), "431100", "2024-12-" + day, aqi, 1));
  }

  private List<WarningEpisode> episodes() {
    return RULE.episodes(observed, forecasts);
  }

  private List<Alert> alerts() {
    return RULE.check("431100", observed, forecasts, Instant.EPOCH);
  }

  private List<String> steps() {
    return episodes().stream()
        .flatMap(episode -> episode.steps().stream())
        .map(s -> s.date() + " " + s.change() + " " + s.colour() + " " + s.basis())
        .toList();
  }
}
