package hongyan.pipelines.episodes;

import static hongyan.pipelines.episodes.LeadFixtures.lead;
import static hongyan.pipelines.episodes.LeadFixtures.ofSeller;
import static hongyan.pipelines.episodes.LeadFixtures.stating;
import static hongyan.pipelines.episodes.LeadFixtures.takenBack;
import static hongyan.pipelines.episodes.LeadFixtures.weak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.geo.law.Article7;
import hongyan.geo.law.Conduct;
import hongyan.geo.law.Grade;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EpisodesTest {

  private static final Episodes EPISODES = Episodes.load();

  @Test
  void leavesALeadThatStandsAloneAsItIs() {
    Lead net = lead("F1", "net", "patrol", "20:00", 0);
    Alert alert = only(net);
    assertThat(alert.id()).isEqualTo("violation-F1");
    assertThat(alert.parts()).containsExactly("violation-F1");
    assertThat(alert.repeats()).isZero();
    assertThat(alert.grounds()).isEqualTo(net.alert().grounds());
    assertThat(alert.grade()).isEqualTo(Grade.SERIOUS);
    assertThat(alert.confidence()).isNull();
  }

  @Test
  void makesOneAlertOfASetOfAHigherGradeOfWhatSupportsEachOther() {
    Alert alert =
        only(
            lead("F4", "net", "patrol", "23:40", 900),
            lead("F1", "playback", "device/recorder", "20:00", 0),
            lead("F2", "strong-light", "device/camera", "21:30", 400),
            lead("smoke", "smoke", "air", "23:00", 100));
    assertThat(alert.id()).isEqualTo("violation-F1");
    assertThat(alert.conduct()).isEqualTo("playback");
    assertThat(alert.parts())
        .containsExactly("violation-F1", "violation-F2", "violation-smoke", "violation-F4");
    assertThat(alert.grade()).isEqualTo(Grade.GRAVE);
    assertThat(alert.time()).isEqualTo("2025-10-22T12:00:00Z");
    assertThat(alert.until()).isEqualTo("2025-10-22T15:40:00Z");
    assertThat(alert.grounds())
        .extracting("record")
        .contains("finding/F1", "finding/F2", "finding/smoke", "finding/F4");
    assertThat(alert.grounds().get(4).factEn()).startsWith("4 leads of 4 kinds of evidence");
  }

  @Test
  void extendsByRepeatsWithoutRaisingTheGrade() {
    Alert alert =
        only(
            lead("F1", "net", "patrol", "20:00", 0),
            lead("F2", "net", "patrol", "22:00", 50),
            lead("F3", "net", "patrol", "23:00", 90));
    assertThat(alert.repeats()).isEqualTo(2);
    assertThat(alert.grade()).isEqualTo(Grade.SERIOUS);
  }

  @Test
  void closesAfterAQuietTimeAndBeyondADistance() {
    Lead evening = lead("F1", "net", "patrol", "14:00", 0);
    assertThat(EPISODES.join(List.of(evening, lead("F2", "net", "patrol", "20:00", 0)))).hasSize(1);
    assertThat(EPISODES.join(List.of(evening, lead("F2", "net", "patrol", "20:01", 0)))).hasSize(2);
    assertThat(EPISODES.join(List.of(evening, lead("F2", "net", "patrol", "15:00", 2_990))))
        .hasSize(1);
    assertThat(EPISODES.join(List.of(evening, lead("F2", "net", "patrol", "15:00", 3_050))))
        .hasSize(2);
  }

  @Test
  void joinsNeitherOtherConductsNorOtherCountiesNorWhatAPermitCovers() {
    Lead net = lead("F1", "net", "patrol", "20:00", 0);
    Lead eating = lead("F2", "eating", "public", "20:00", 0);
    Lead permitted = lead("F3", "net", "patrol", "20:10", 0);
    permitted = permitted.with(permitted.alert().under(null, 1, "forestry", true));
    assertThat(EPISODES.join(List.of(net, eating, permitted))).hasSize(3);
  }

  @Test
  void keepsWhatGoesIntoAnotherWithAGroundThatNamesIt() {
    Lead early = lead("F1", "net", "patrol", "14:00", 0);
    Lead late = lead("F3", "net", "patrol", "23:00", 0);
    List<Alert> two = EPISODES.changes(List.of(), List.of(early, late));
    assertThat(two).hasSize(2);
    Lead bridge = lead("F2", "net", "patrol", "18:00", 0);
    List<Alert> merged = EPISODES.changes(two, List.of(early, late, bridge));
    assertThat(merged).extracting(Alert::id).containsExactly("violation-F1", "violation-F3");
    assertThat(merged.get(0).parts()).hasSize(3);
    Alert gone = merged.get(1);
    assertThat(gone.supported()).isFalse();
    assertThat(gone.grounds().get(gone.grounds().size() - 1).record())
        .isEqualTo("alert/violation-F1");

    List<Alert> parted = EPISODES.changes(merged, List.of(early, late, takenBack(bridge)));
    assertThat(parted).allMatch(Alert::supported).allMatch(alert -> alert.parts().size() == 1);
    assertThat(parted).hasSize(2);
  }

  @Test
  void saysWhyALeadWasTakenBack() {
    Lead first = lead("F1", "net", "patrol", "20:00", 0);
    Lead second = lead("F2", "net", "patrol", "21:00", 0);
    List<Alert> sent = EPISODES.changes(List.of(), List.of(first, second));
    List<Alert> now = EPISODES.changes(sent, List.of(takenBack(first), second));
    assertThat(now).extracting(Alert::id).containsExactlyInAnyOrder("violation-F1", "violation-F2");
    assertThat(now)
        .filteredOn(alert -> !alert.supported())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.id()).isEqualTo("violation-F1");
              assertThat(alert.grounds()).extracting("factEn").contains("corrected");
            });
  }

  @Test
  void combinesWeakDetectionsOfOneConductOnly() {
    Lead one = weak(lead("F1", "playback", "device/recorder", "20:00", 0));
    Lead two = weak(lead("F2", "playback", "device/recorder", "20:15", 0));
    Lead three = weak(lead("F3", "playback", "device/recorder", "20:30", 100));
    Lead later = weak(lead("F3", "playback", "device/recorder", "20:46", 100));
    Lead light = weak(lead("F3", "strong-light", "device/camera", "20:30", 100));
    assertThat(EPISODES.join(List.of(one, two))).isEmpty();
    assertThat(EPISODES.join(List.of(one, two, light))).isEmpty();
    assertThat(EPISODES.join(List.of(one, two, later))).isEmpty();
    Alert alert = only(one, two, three);
    assertThat(alert.parts()).hasSize(3);
    assertThat(alert.raisedAt()).as("when they were enough").isEqualTo(three.alert().raisedAt());
  }

  @Test
  void letsAWeakDetectionSupportButNotBridge() {
    Lead early = lead("F1", "net", "patrol", "14:00", 0);
    Lead between = weak(lead("F2", "playback", "device/recorder", "18:30", 0));
    Lead late = lead("F3", "net", "patrol", "23:00", 0);
    List<Alert> alerts = EPISODES.join(List.of(early, between, late));
    assertThat(alerts).hasSize(2);
    assertThat(alerts).extracting(Alert::repeats).containsExactlyInAnyOrder(1, 0);
  }

  @Test
  void followsASellerAndRaisesTheGradeOfAMarket() {
    Lead one = ofSeller(lead("F1", "sale", "market", "08:00", 0), "阿三");
    Lead far = ofSeller(lead("F2", "advertising", "online", "12:00", 40_000), "阿三");
    Lead other = ofSeller(lead("F3", "sale", "market", "09:00", 5_000), "老李");
    assertThat(EPISODES.join(List.of(one, far, other))).hasSize(2);
    Alert market =
        only(
            one,
            lead("F4", "sale", "market", "10:00", 200),
            lead("F5", "sale", "market", "11:00", 90));
    assertThat(market.grade()).isEqualTo(Grade.GRAVE);
    assertThat(only(one, lead("F4", "sale", "market", "10:00", 200)).grade())
        .isEqualTo(Grade.SERIOUS);
  }

  @Test
  void combinesWhatKindsOfSourcesStatedAndNothingElse() {
    Lead recorder = stating(lead("F1", "playback", "device/recorder", "20:00", 0), 0.8);
    Lead again = stating(lead("F2", "playback", "device/recorder", "20:10", 0), 0.7);
    Lead camera = stating(lead("F3", "strong-light", "device/camera", "20:20", 0), 0.5);
    Lead patrol = lead("F4", "net", "patrol", "20:30", 0);
    assertThat(only(recorder, again).confidence()).isEqualTo(0.8);
    Alert alert = only(recorder, again, camera, patrol);
    assertThat(alert.confidence()).isEqualTo(0.9);
    assertThat(alert.grounds().get(alert.grounds().size() - 1).factEn())
        .isEqualTo(
            "confidence 0.9: camera 0.5, recorder 0.8, patrol stated none"
                + " (taken as independent: 1-∏(1-c))");
    assertThat(only(patrol).confidence()).isNull();
  }

  @Test
  void dependsOnTheSetOfLeadsAlone() {
    var random = new Random(7);
    var leads = new ArrayList<Lead>();
    for (int i = 0; i < 60; i++) {
      String clock = "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
      Lead lead = lead("F" + i, "net", "patrol", clock, random.nextInt(9) * 1_500);
      leads.add(i % 4 == 0 ? weak(lead) : lead);
    }
    List<Alert> right = EPISODES.join(leads);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(leads, random);
      assertThat(EPISODES.join(leads)).isEqualTo(right);
    }
  }

  @Test
  void knowsAFamilyOfEveryConduct() {
    Joining joining = Joining.load();
    Article7.load().list().stream()
        .map(Conduct::code)
        .forEach(code -> assertThat(joining.familyOf(code)).isNotNull());
    assertThatThrownBy(() -> joining.familyOf("parking")).hasMessageContaining("parking");
    assertThat(joining.families()).allMatch(family -> !family.source().isBlank());
  }

  private static Alert only(Lead... leads) {
    Collection<Alert> alerts = EPISODES.join(List.of(leads));
    assertThat(alerts).hasSize(1);
    return alerts.iterator().next();
  }
}
