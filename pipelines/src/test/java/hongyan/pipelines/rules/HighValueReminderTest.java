package hongyan.pipelines.rules;

import static hongyan.pipelines.rules.RuleFixtures.DATE;
import static hongyan.pipelines.rules.RuleFixtures.DISTANCE;
import static hongyan.pipelines.rules.RuleFixtures.RAISED;
import static hongyan.pipelines.rules.RuleFixtures.after;
import static hongyan.pipelines.rules.RuleFixtures.station;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.law.Grade;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The watch is of 2024: the limits are those of the day, 75 for PM2.5 and 150 for PM10. */
class HighValueReminderTest {
  private static final HighValueReminder RULE = HighValueReminder.load();

  @Test
  void remindsOfAStationThatStandsOutAmongOthers() {
    // Rising slowly, so that only the comparison with the others speaks.
    List<Alert> alerts = check(it("50 60 70 76 80 60x19"), other("B"), other("C"));
    assertThat(alerts).hasSize(1);
    Alert alert = alerts.get(0);
    assertThat(alert.id()).isEqualTo("reminder-A-20241022T16");
    assertThat(alert.time()).isEqualTo(after(4));
    assertThat(alert.kind()).isEqualTo(AlertKind.POLLUTION);
    assertThat(alert.conduct()).isEqualTo("reminder");
    assertThat(alert.grade()).isEqualTo(Grade.NOTICE);
    assertThat(alert.department()).isEqualTo("environment");
    assertThat(alert.subject()).isEqualTo("A");
    assertThat(alert.item()).isNull();
    assertThat(alert.grounds())
        .extracting(ground -> ground.factEn())
        .contains(
            "2024-10-22 16:00: PM2.5 76 µg/m³, mean of 2 evaluation stations around 40",
            "2024-10-22 17:00: PM2.5 80 µg/m³, mean of 2 evaluation stations around 40");
  }

  @Test
  void remindsOfASuddenRiseWithoutOthers() {
    List<Alert> alerts = check(it("50x4 76 78 80 50x17"));
    assertThat(alerts).extracting(Alert::id).containsExactly("reminder-A-20241022T17");
    assertThat(alerts.get(0).grounds())
        .extracting(ground -> ground.factEn())
        .contains("2024-10-22 19:00: PM2.5 80 µg/m³, 50 in the hour before the rise");
  }

  @Test
  void asksForTwoHours() {
    assertThat(check(it("50x4 90 50x19"))).isEmpty();
    assertThat(check(it("50x4 90 - 90 50x17"))).isEmpty();
  }

  @Test
  void asksForTheLimitOfTheDate() {
    String sixty = "40x4 70x3 40x17";
    assertThat(check(it(sixty))).isEmpty();
    StationHours later = shifted(it(sixty), Duration.ofDays(730));
    assertThat(RULE.check(new Watch("2026-10-22", List.of(later)), DISTANCE, RAISED)).hasSize(1);
  }

  @Test
  void staysQuietWhenTheRegionRises() {
    String rise = "50x4 90x4 50x16";
    assertThat(check(it(rise), named("B", rise), other("C"))).isEmpty();
    assertThat(check(it(rise), other("B"), other("C"))).hasSize(1);
    assertThat(check(it(rise), named("B", rise), other("C"), other("D")))
        .extracting(Alert::subject)
        .containsExactly("A", "B");
  }

  @Test
  void staysQuietInADustEvent() {
    String dust = "60x6 300x4 60x14";
    StationHours a = station("A", "evaluation", 0, "30x6 60x4 30x14", dust);
    assertThat(check(a)).isEmpty();
    StationHours b = station("B", "evaluation", 10, "30x6 60x4 30x14", dust);
    StationHours c = station("C", "evaluation", 20, "30x24", "60x24");
    assertThat(check(a, b, c)).isEmpty();
  }

  @Test
  void remindsOfLocalDustThatTheOthersDoNotHave() {
    StationHours a = station("A", "evaluation", 0, "30x24", "60x6 300x4 60x14");
    StationHours b = station("B", "evaluation", 10, "30x24", "60x24");
    StationHours c = station("C", "evaluation", 20, "30x24", "60x24");
    assertThat(check(a, b, c)).extracting(Alert::id).containsExactly("reminder-A-20241022T19");
  }

  @Test
  void makesOneAlertOfBothPollutants() {
    StationHours a = station("A", "evaluation", 0, "50x4 120x3 50x17", "80x5 200x4 80x15");
    List<Alert> alerts = check(a);
    assertThat(alerts).extracting(Alert::id).containsExactly("reminder-A-20241022T17");
    assertThat(alerts.get(0).grounds())
        .extracting(ground -> ground.factEn())
        .anyMatch(fact -> fact.contains("PM2.5"))
        .anyMatch(fact -> fact.contains("PM10"));
  }

  @Test
  void asksForTwoOthersNearBy() {
    String slow = "50 60 70 76 80 60x19";
    assertThat(check(it(slow), other("B"))).isEmpty();
    StationHours far = station("C", "evaluation", 66, "40x24", "");
    assertThat(check(it(slow), other("B"), far)).isEmpty();
    StationHours control = station("C", "control", 20, "40x24", "");
    assertThat(check(it(slow), other("B"), control)).isEmpty();
  }

  @Test
  void leavesOutStationsThatAreNotOfTheNetwork() {
    assertThat(check(station("P01", null, 0, "50x4 90x3 50x17", ""))).isEmpty();
  }

  @Test
  void raisesAnEpisodeOverNoonOnceInTheWatchThatItBeginsIn() {
    // 12:00 of the 22nd is the last hour of the watch before.
    StationHours a = shifted(it("50x4 90x4 50x16"), Duration.ofHours(-5));
    assertThat(RULE.check(new Watch("2024-10-21", List.of(a)), DISTANCE, RAISED))
        .extracting(Alert::id)
        .containsExactly("reminder-A-20241022T12");
    assertThat(check(a)).isEmpty();
  }

  @Test
  void knowsTheWatchOfAnHour() {
    assertThat(Watch.dateOf(after(0))).isEqualTo("2024-10-21");
    assertThat(Watch.dateOf(after(1))).isEqualTo(DATE);
    assertThat(Watch.dateOf(after(24))).isEqualTo(DATE);
    assertThat(Watch.datesOf("2024-03-01")).containsExactly("2024-02-29", "2024-03-01");
    assertThat(new Watch(DATE, List.of()).labels()).startsWith(after(1)).endsWith(after(24));
  }

  private static StationHours it(String pm25) {
    return named("A", pm25);
  }

  private static StationHours named(String id, String pm25) {
    return station(id, "evaluation", 5, pm25, "");
  }

  private static StationHours other(String id) {
    return station(id, "evaluation", 10, "40x24", "");
  }

  private static StationHours shifted(StationHours hours, Duration by) {
    Map<Instant, BigDecimal> pm25 = new TreeMap<>();
    hours.pm25().forEach((label, value) -> pm25.put(label.plus(by), value));
    return new StationHours(hours.station(), hours.county(), pm25, Map.of());
  }

  private static List<Alert> check(StationHours... stations) {
    return RULE.check(new Watch(DATE, List.of(stations)), DISTANCE, RAISED);
  }
}
