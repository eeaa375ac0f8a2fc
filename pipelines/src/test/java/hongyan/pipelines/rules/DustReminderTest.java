package hongyan.pipelines.rules;

import static hongyan.pipelines.rules.RuleFixtures.RAISED;
import static hongyan.pipelines.rules.RuleFixtures.after;
import static hongyan.pipelines.rules.RuleFixtures.station;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.law.Grade;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DustReminderTest {
  private static final DustReminder RULE = DustReminder.load();

  @Test
  void isRaisedOnceWhenDustBeginsAtThreeStations() {
    List<Alert> alerts =
        check(dusty("A", "evaluation", 6), dusty("B", "control", 8), dusty("C", "evaluation", 12));
    assertThat(alerts).hasSize(1);
    Alert alert = alerts.get(0);
    assertThat(alert.id()).isEqualTo("dust-reminder-431100-20241022T19");
    assertThat(alert.kind()).isEqualTo(AlertKind.POLLUTION);
    assertThat(alert.grade()).isEqualTo(Grade.NOTICE);
    assertThat(alert.conduct()).isEqualTo("dust-reminder");
    assertThat(alert.subject()).isEqualTo("431100");
    assertThat(alert.time()).isEqualTo(after(7));
    assertThat(alert.grounds())
        .extracting(ground -> ground.record())
        .contains("day/A/2024-10-22", "day/B/2024-10-22", "day/C/2024-10-23");
    assertThat(alert.grounds())
        .anyMatch(
            g ->
                g.factEn()
                    .equals("2024-10-22 19:00 A: PM10 from 80 to 200 µg/m³, PM2.5/PM10 0.20"));
  }

  @Test
  void needsThreeStationsOfTheNetwork() {
    assertThat(check(dusty("A", "evaluation", 6), dusty("B", "evaluation", 7))).isEmpty();
    assertThat(check(dusty("A", "evaluation", 6), dusty("B", "evaluation", 7), dusty("C", null, 7)))
        .isEmpty();
  }

  @Test
  void needsTheOnsetsSoonAfterEachOther() {
    assertThat(
            check(
                dusty("A", "evaluation", 6),
                dusty("B", "evaluation", 7),
                dusty("C", "evaluation", 14)))
        .isEmpty();
  }

  @Test
  void isNotMadeOfFineParticles() {
    StationHours fine = station("C", "evaluation", 20, "120x24", "80x7 200x6 80x11");
    assertThat(check(dusty("A", "evaluation", 6), dusty("B", "evaluation", 7), fine)).isEmpty();
  }

  @Test
  void leavesWhatBeginsAfterTheNextNoonToTheNextWatch() {
    assertThat(
            check(
                dusty("A", "evaluation", 24),
                dusty("B", "evaluation", 25),
                dusty("C", "evaluation", 25)))
        .isEmpty();
    assertThat(
            check(
                dusty("A", "evaluation", 23),
                dusty("B", "evaluation", 25),
                dusty("C", "evaluation", 25)))
        .hasSize(1);
  }

  private static StationHours dusty(String id, String role, int before) {
    return station(id, role, 0, "40x48", "80x%d 200x6 80x11".formatted(before));
  }

  private static List<Alert> check(StationHours... stations) {
    return RULE.check("431100", new Watch(RuleFixtures.DATE, List.of(stations)), RAISED);
  }
}
