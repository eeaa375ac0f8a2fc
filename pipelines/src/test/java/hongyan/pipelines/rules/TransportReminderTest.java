package hongyan.pipelines.rules;

import static hongyan.pipelines.rules.RuleFixtures.RAISED;
import static hongyan.pipelines.rules.RuleFixtures.after;
import static hongyan.pipelines.rules.RuleFixtures.station;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.alerts.Alert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportReminderTest {
  private static final TransportReminder RULE = TransportReminder.load();

  @ParameterizedTest
  @CsvSource({
    "14 12 10 8 6, from north to south, 自北向南",
    "6 8 10 12 14, from south to north, 自南向北",
    "6 6 8 8 10, from south to north, 自南向北"
  })
  void saysWhichWayItGoes(String hoursBefore, String english, String chinese) {
    List<Alert> alerts = check(risingAfter(hoursBefore));
    assertThat(alerts).hasSize(1);
    Alert alert = alerts.get(0);
    assertThat(alert.id()).isEqualTo("transport-reminder-431100-20241022T19");
    assertThat(alert.time()).isEqualTo(after(7));
    assertThat(alert.conduct()).isEqualTo("transport-reminder");
    assertThat(alert.grounds().get(0).factEn()).contains(english);
    assertThat(alert.grounds().get(0).fact()).contains(chinese);
    assertThat(alert.grounds()).anyMatch(g -> g.factEn().contains("wind is not known"));
    assertThat(alert.grounds()).filteredOn(g -> g.record() != null).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8 8 8 8 8", // everywhere at once
        "6 14 6 14 10", // in no direction
        "6 7 7 8 8", // too fast to be carried
        "6 8 10 12 24" // the last one on its own
      })
  void isNotMadeOfOtherRises(String hoursBefore) {
    assertThat(check(risingAfter(hoursBefore))).isEmpty();
  }

  @Test
  void isNotDust() {
    List<StationHours> stations = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String pm25 = "30x%d 80x15".formatted(6 + 2 * i);
      stations.add(station("S" + i, "evaluation", 40 * i, pm25, "200x40"));
    }
    assertThat(check(stations)).isEmpty();
  }

  @Test
  void needsTheMostOfTheCity() {
    List<StationHours> stations = new ArrayList<>(risingAfter("6 8 10 12 14"));
    IntStream.range(0, 4)
        .forEach(i -> stations.add(station("Q" + i, "evaluation", 20 + i, "30x40", "")));
    assertThat(check(stations)).isEmpty();
    stations.remove(stations.size() - 1);
    assertThat(check(stations)).hasSize(1);
  }

  @Test
  void needsARiseThatLasts() {
    List<StationHours> stations = new ArrayList<>(risingAfter("6 8 10 12 14").subList(0, 4));
    stations.add(station("S4", "evaluation", 160, "30x14 80x2 30x20", ""));
    assertThat(check(stations)).isEmpty();
  }

  @Test
  void givesTheSameWhateverOrderTheStationsComeIn() {
    List<StationHours> stations = new ArrayList<>(risingAfter("6 6 8 8 10"));
    List<Alert> right = check(stations);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(stations, new Random(seed));
      assertThat(check(stations)).isEqualTo(right);
    }
  }

  /** Stations 40 km apart from south to north, each with so many clean hours first. */
  private static List<StationHours> risingAfter(String hoursBefore) {
    String[] hours = hoursBefore.split(" ");
    return IntStream.range(0, hours.length)
        .mapToObj(
            i -> {
              String pm25 = "30x%s 80x15".formatted(hours[i]);
              return station("S" + i, "evaluation", 40 * i, pm25, "100x40");
            })
        .toList();
  }

  private static List<Alert> check(List<StationHours> stations) {
    return RULE.check("431100", new Watch(RuleFixtures.DATE, stations), RAISED);
  }
}
