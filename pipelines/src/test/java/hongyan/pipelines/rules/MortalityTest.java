package hongyan.pipelines.rules;

import static hongyan.pipelines.records.RecordFixtures.RIDGE;
import static hongyan.pipelines.records.RecordFixtures.casualty;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.law.Grade;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.casualties.Toll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MortalityTest {
  private static final String TEAL = "Anas crecca";
  private static final String EGRET = "Egretta garzetta";
  private static final String EIGHT = "2025-11-22T08:00:00+08:00";

  /** 990 m and 1,010 m east of the ridge. */
  private static final Position NEAR = new Position(112.15982, 25.10);

  private static final Position FAR = new Position(112.16002, 25.10);

  private final Mortality rule = Mortality.load();

  @Test
  void isAnAlertAtThreeOfOneSpecies() {
    assertThat(check(dead("a", EIGHT, TEAL, 2))).isEmpty();
    Alert alert = only(dead("a", EIGHT, TEAL, 2), dead("b", EIGHT, TEAL, 1));
    assertThat(alert.id()).isEqualTo("mortality-a");
    assertThat(alert.grade()).isEqualTo(Grade.SERIOUS);
    assertThat(alert.department()).isEqualTo("forestry");
    assertThat(alert.county()).isEqualTo("431127");
    assertThat(alert.grounds()).extracting(Ground::record).contains("casualty/a", "casualty/b");
  }

  @Test
  void isAnAlertAtFiveOfAny() {
    assertThat(check(dead("a", EIGHT, TEAL, 2), dead("b", EIGHT, EGRET, 2))).isEmpty();
    assertThat(
            check(dead("a", EIGHT, TEAL, 2), dead("b", EIGHT, EGRET, 2), dead("c", EIGHT, null, 1)))
        .hasSize(1);
  }

  @Test
  void doesNotTakeBirdsThatNobodyKnewForOneSpecies() {
    assertThat(check(dead("a", EIGHT, null, 2), dead("b", EIGHT, null, 2))).isEmpty();
  }

  @Test
  void knowsASpeciesByAllItsNames() {
    assertThat(check(dead("a", EIGHT, TEAL, 2), dead("b", EIGHT, "绿翅鸭", 1))).hasSize(1);
  }

  @Test
  void isAGraveAlertAtOneKeyProtectedBird() {
    Alert alert = only(dead("a", EIGHT, "Mergus squamatus", 1));
    assertThat(alert.grade()).isEqualTo(Grade.GRAVE);
    assertThat(alert.grounds())
        .extracting(Ground::factEn)
        .anyMatch(fact -> fact.contains("key-protected, class I"));
    assertThat(only(casualty("a", EIGHT, RIDGE, "中华秋沙鸭", new Toll(0, 1, 0, 0), 1)).grade())
        .isEqualTo(Grade.GRAVE);
  }

  @Test
  void leavesHurtAndTrappedBirdsToTheirRescuers() {
    assertThat(check(casualty("a", EIGHT, RIDGE, "Mergus squamatus", new Toll(0, 0, 3, 9), 1)))
        .isEmpty();
  }

  @Test
  void countsWithinTheDistanceAndTheTimeOnly() {
    Casualty here = dead("a", EIGHT, TEAL, 2);
    assertThat(check(here, at("b", EIGHT, NEAR))).hasSize(1);
    assertThat(check(here, at("b", EIGHT, FAR))).isEmpty();
    assertThat(check(here, at("b", EIGHT, null))).isEmpty();
    assertThat(check(here, at("b", "2025-11-23T08:00:00+08:00", RIDGE))).hasSize(1);
    assertThat(check(here, at("b", "2025-11-23T08:00:01+08:00", RIDGE))).isEmpty();
  }

  @Test
  void isExtendedByWhatComesLaterAndNear() {
    Alert alert =
        only(
            dead("a", EIGHT, TEAL, 3),
            dead("b", "2025-11-23T07:00:00+08:00", EGRET, 1),
            dead("c", "2025-11-24T06:00:00+08:00", EGRET, 1));
    assertThat(alert.grounds()).extracting(Ground::record).contains("casualty/b", "casualty/c");
  }

  @Test
  void doesNotAddUpOverAChainWhatLiesFurtherApart() {
    assertThat(
            check(
                dead("a", EIGHT, TEAL, 1),
                dead("b", "2025-11-23T07:00:00+08:00", TEAL, 1),
                dead("c", "2025-11-24T06:00:00+08:00", TEAL, 1)))
        .isEmpty();
  }

  @Test
  void isRaisedWhenTheRecordArrivedThatMetTheRule() {
    Casualty second = casualty("b", EIGHT, RIDGE, TEAL, new Toll(2, 0, 0, 0), 7);
    Alert alert =
        only(
            casualty("a", EIGHT, RIDGE, TEAL, new Toll(1, 0, 0, 0), 3),
            second,
            dead("c", EIGHT, TEAL, 1));
    assertThat(alert.raisedAt()).isEqualTo(second.receipt().receivedAt());
  }

  @Test
  void isTheSameWhateverTheOrder() {
    Random random = new Random(7);
    List<Casualty> casualties = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Position position =
          new Position(112.10 + random.nextInt(12) * 0.005, 25.05 + random.nextInt(12) * 0.005);
      String time =
          "2025-11-%02dT%02d:00:00+08:00".formatted(1 + random.nextInt(4), random.nextInt(24));
      String species = random.nextBoolean() ? TEAL : EGRET;
      casualties.add(casualty("c" + i, time, position, species, new Toll(1, 0, 0, 0), i));
    }
    List<Alert> expected = check(casualties.toArray(Casualty[]::new));
    assertThat(expected).hasSizeGreaterThan(2);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(casualties, random);
      assertThat(check(casualties.toArray(Casualty[]::new))).isEqualTo(expected);
    }
  }

  @Test
  void isNobodysOutsideTheCity() {
    var outside = new PlacedCasualty(dead("a", EIGHT, TEAL, 9), Placement.UNKNOWN);
    assertThat(rule.check(List.of(outside))).isEmpty();
  }

  @Test
  void goesOnUnderTheIdOfALateRecordThatCameBefore() {
    Alert former = only(dead("b", EIGHT, TEAL, 3));
    List<Alert> now =
        check(dead("b", EIGHT, TEAL, 3), dead("a", "2025-11-22T07:00:00+08:00", TEAL, 1));
    assertThat(now).extracting(Alert::id).containsExactly("mortality-a");
    assertThat(Mortality.successor(former, now)).isEqualTo(now.get(0));
    assertThat(Mortality.successor(now.get(0), now)).isNull();
  }

  private List<Alert> check(Casualty... casualties) {
    return rule.check(
        Arrays.stream(casualties)
            .map(c -> new PlacedCasualty(c, new Placement("431127", List.of())))
            .toList());
  }

  private Alert only(Casualty... casualties) {
    List<Alert> alerts = check(casualties);
    assertThat(alerts).hasSize(1);
    return alerts.get(0);
  }

  private static Casualty dead(String id, String time, @Nullable String species, int number) {
    return casualty(id, time, RIDGE, species, new Toll(number, 0, 0, 0), 9);
  }

  private static Casualty at(String id, String time, @Nullable Position position) {
    return casualty(id, time, position, TEAL, new Toll(1, 0, 0, 0), 9);
  }
}
