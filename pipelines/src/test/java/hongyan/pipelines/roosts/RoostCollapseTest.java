package hongyan.pipelines.roosts;

import static hongyan.pipelines.roosts.RoostFixtures.REFERENCE;
import static hongyan.pipelines.roosts.RoostFixtures.count;
import static hongyan.pipelines.roosts.RoostFixtures.disturbance;
import static hongyan.pipelines.roosts.RoostFixtures.history;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.findings.FindingChange;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.RecordFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoostCollapseTest {

  private static final RoostCollapse RULE = RoostCollapse.load();
  private static final Disturbance FIREWORKS = disturbance("F1", 0, 10);

  @Test
  void seesTheBirdsThatAreGoneWithinTheHour() {
    Alert alert =
        check(counts(history(5, 100, 95), count(0, 0, 120), count(0, 50, 12))).orElseThrow();
    assertThat(alert.id()).isEqualTo("collapse-B1-F1");
    assertThat(alert.conduct()).isEqualTo("disturbance");
    assertThat(alert.county()).isEqualTo("431123");
    assertThat(alert.time()).isEqualTo(FIREWORKS.time());
    assertThat(alert.until()).isEqualTo(count(0, 50, 12).time());
    assertThat(alert.grounds().get(0).factEn()).contains("fell from 120 to 12, 10 %");
    assertThat(alert.grounds().get(1).factEn()).contains("usually 95 %", "5 comparable days of 14");
    assertThat(alert.grounds())
        .extracting("record")
        .contains("finding/F1", "occurrence/o-Anas crecca-0-50");
  }

  @Test
  void takesTheEveningDepartureForWhatItIs() {
    assertThat(check(counts(history(5, 100, 8), count(0, 0, 120), count(0, 50, 10)))).isEmpty();
    assertThat(check(counts(history(5, 100, 0), count(0, 0, 120), count(0, 50, 0)))).isEmpty();
  }

  @Test
  void keepsToItsThresholds() {
    List<RoostCount> usual = history(5, 100, 95);
    assertThat(check(counts(usual, count(0, 0, 100), count(0, 50, 30)))).isPresent();
    assertThat(check(counts(usual, count(0, 0, 100), count(0, 50, 31)))).isEmpty();
    assertThat(check(counts(usual, count(0, 0, 20), count(0, 50, 0)))).isPresent();
    assertThat(check(counts(usual, count(0, 0, 19), count(0, 50, 0)))).isEmpty();
    assertThat(check(counts(history(5, 100, 60), count(0, 0, 100), count(0, 50, 30)))).isPresent();
    assertThat(check(counts(history(5, 100, 59), count(0, 0, 100), count(0, 50, 30)))).isEmpty();
  }

  @Test
  void judgesNothingWithoutAHistory() {
    assertThat(check(counts(history(2, 100, 95), count(0, 0, 120), count(0, 50, 0)))).isEmpty();
    assertThat(check(counts(history(3, 100, 95), count(0, 0, 120), count(0, 50, 0)))).isPresent();
  }

  @Test
  void doesNotTakeAPlaceWhereNobodyLookedAgainForAnEmptyOne() {
    List<RoostCount> usual = history(5, 100, 95);
    assertThat(check(counts(usual, count(0, 0, 120)))).isEmpty();
    assertThat(check(counts(usual, count(0, 0, 120), count("Grus grus", 0, 50, 0)))).isEmpty();
    assertThat(check(counts(usual, count(0, 0, 120), count(0, 71, 0)))).as("too late").isEmpty();
    assertThat(check(counts(usual, count(0, -111, 120), count(0, 50, 0))))
        .as("too early")
        .isEmpty();
  }

  @Test
  void leavesDaysWithADisturbanceOutOfTheHistory() {
    var counts = new ArrayList<>(history(3, 100, 95));
    counts.addAll(List.of(count(0, 0, 120), count(0, 50, 0)));
    assertThat(RULE.check(FIREWORKS, counts, List.of(disturbance("F0", 2, 20)), REFERENCE))
        .isEmpty();
    assertThat(RULE.check(FIREWORKS, counts, List.of(disturbance("F0", 2, 400)), REFERENCE))
        .isPresent();
  }

  @Test
  void dependsOnTheCountsAlone() {
    List<RoostCount> counts = counts(history(9, 100, 95), count(0, 0, 120), count(0, 50, 12));
    Optional<Alert> right = check(counts);
    var random = new Random(5);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(counts, random);
      assertThat(check(counts)).isEqualTo(right);
    }
  }

  @Test
  void tellsTheRoostsNearAFindingAndTakesItAwayWhenItIsCorrected() {
    var disturbances = Disturbances.load();
    var there = new Position(RoostFixtures.LAKE.lon(), RoostFixtures.LAKE.lat() + 0.01);
    var first =
        RecordFixtures.findingAt("F1", "driving-away", "2025-12-20T10:10:00+08:00", there, 1);
    var other = RecordFixtures.findingAt("F1", "net", "2025-12-20T10:10:00+08:00", there, 2);
    assertThat(disturbances.of(new FindingChange(null, placed(first)), REFERENCE))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.station()).isEqualTo("B1");
              assertThat(d.there()).isTrue();
              assertThat(d.metres()).isBetween(1_100.0, 1_120.0);
            });
    assertThat(disturbances.of(new FindingChange(first, placed(other)), REFERENCE))
        .extracting(Disturbance::there)
        .containsExactly(false);
  }

  private static PlacedFinding placed(hongyan.pipelines.findings.Finding finding) {
    return new PlacedFinding(finding, Placement.UNKNOWN);
  }

  private static List<RoostCount> counts(List<RoostCount> usual, RoostCount... today) {
    var all = new ArrayList<>(usual);
    all.addAll(List.of(today));
    return all;
  }

  private static Optional<Alert> check(List<RoostCount> counts) {
    return RULE.check(FIREWORKS, counts, List.of(FIREWORKS), REFERENCE);
  }
}
