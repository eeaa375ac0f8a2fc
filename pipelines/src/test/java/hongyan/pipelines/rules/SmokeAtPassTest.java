package hongyan.pipelines.rules;

import static hongyan.pipelines.rules.RuleFixtures.DATE;
import static hongyan.pipelines.rules.RuleFixtures.DISTANCE;
import static hongyan.pipelines.rules.RuleFixtures.FLYWAY;
import static hongyan.pipelines.rules.RuleFixtures.RAISED;
import static hongyan.pipelines.rules.RuleFixtures.after;
import static hongyan.pipelines.rules.RuleFixtures.station;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.law.Grade;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Legal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmokeAtPassTest {
  private static final SmokeAtPass RULE = SmokeAtPass.load();
  private static final Legal LEGAL = new Legal("永州市候鸟保护若干规定", 7, 1, "…");
  private static final String FLAT = "20x24";

  /** 13:00 to 21:00 at 20, 22:00 to 24:00 at 100, 90 and 85, then 20 again. */
  private static final String PLUME = "20x9 100 90 85 20x12";

  /** The flyway reaches some kilometres from the first station, and not to its neighbours. */
  private static final ZonesNear IN_FLYWAY =
      (position, time, metres) -> position.lat() < 25.06 ? List.of(FLYWAY) : List.<ZoneRef>of();

  @Test
  void raisesOneAlertForAPlumeAtNight() {
    List<Alert> alerts = check(pass(PLUME), flat("N1", 10), flat("N2", 20));
    assertThat(alerts).hasSize(1);
    Alert alert = alerts.get(0);
    assertThat(alert.id()).isEqualTo("smoke-P01-20241022T22");
    assertThat(alert.kind()).isEqualTo(AlertKind.VIOLATION);
    assertThat(alert.grade()).isEqualTo(Grade.SERIOUS);
    assertThat(alert.item()).isEqualTo(1);
    assertThat(alert.conduct()).isEqualTo("smoke");
    assertThat(alert.time()).isEqualTo(after(10));
    assertThat(alert.raisedAt()).isEqualTo(RAISED);
    assertThat(alert.county()).isEqualTo("431127");
    assertThat(alert.zones()).containsExactly(FLYWAY);
    assertThat(alert.department()).isEqualTo("forestry");
    assertThat(alert.legal()).isEqualTo(LEGAL);
    assertThat(alert.rule()).isEqualTo(RULE.rule());
    assertThat(alert.supported()).isTrue();
    assertThat(alert.authorised()).isFalse();
  }

  @Test
  void saysWhatItRestsOnHourByHour() {
    Alert alert = check(pass(PLUME), flat("N1", 10), flat("N2", 20)).get(0);
    assertThat(alert.grounds())
        .extracting(ground -> ground.factEn())
        .contains(
            "2024-10-22 22:00: PM2.5 100 µg/m³, 20 before, up by 80",
            "2024-10-22 23:00: PM2.5 90 µg/m³, 20 before, up by 70",
            "2024-10-23 00:00: PM2.5 85 µg/m³, 20 before, up by 65",
            "2024-10-22 22:00: 2 stations within 60 km stay flat: median change 0, median value 20"
                + " µg/m³");
    assertThat(alert.grounds())
        .extracting(ground -> ground.record())
        .contains("day/P01/2024-10-22", "zone/Z1/2")
        .doesNotContain("day/P01/2024-10-23");
    assertThat(alert.grounds()).allMatch(g -> !g.fact().isBlank() && !g.factEn().isBlank());
  }

  @Test
  void raisesTwoForTwoPlumes() {
    String twice = "20x9 100 20x5 100 20x8";
    assertThat(check(pass(twice), flat("N1", 10), flat("N2", 20)))
        .extracting(Alert::id)
        .containsExactly("smoke-P01-20241022T22", "smoke-P01-20241023T04");
  }

  @Test
  void findsAFlywayThreeKilometresAway() {
    ZonesNear asked =
        (position, time, metres) -> metres == 3000 ? List.of(FLYWAY) : List.<ZoneRef>of();
    assertThat(check(asked, pass(PLUME), flat("N1", 10), flat("N2", 20))).hasSize(1);
  }

  @Test
  void staysQuietOutOfSeasonAndInOtherZones() {
    ZoneRef outOfSeason = new ZoneRef("Z1", ZoneKind.FLYWAY, 2, false);
    ZoneRef habitat = new ZoneRef("Z2", ZoneKind.HABITAT, 1, true);
    ZonesNear near = (position, time, metres) -> List.of(outOfSeason, habitat);
    assertThat(check(near, pass(PLUME), flat("N1", 10), flat("N2", 20))).isEmpty();
  }

  @Test
  void staysQuietWhenTheNeighboursRiseToo() {
    StationHours rising = station("N1", "evaluation", 10, "20x9 60x3 20x12", "");
    StationHours risingToo = station("N2", "evaluation", 20, "20x9 55x3 20x12", "");
    assertThat(check(pass(PLUME), rising, risingToo)).isEmpty();
  }

  @Test
  void takesTheMedianOfTheNeighbours() {
    StationHours rising = station("N1", "evaluation", 10, "20x9 90x3 20x12", "");
    assertThat(check(pass(PLUME), rising, flat("N2", 20), flat("N3", 30))).hasSize(1);
  }

  @Test
  void staysQuietInARegionalEpisode() {
    String haze = "115x24";
    StationHours pass = station("P01", null, 0, "30x9 150 30x14", "");
    StationHours near = station("N1", "evaluation", 10, haze, "");
    StationHours far = station("N2", "evaluation", 20, haze, "");
    assertThat(check(pass, near, far)).isEmpty();
    StationHours lighter = station("N2", "evaluation", 20, "114x24", "");
    assertThat(check(pass, near, lighter)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20x5 100 20x18", "20x18 100 20x5", "20x3 100x2 20x19"})
  void staysQuietByDay(String byDay) {
    assertThat(check(pass(byDay), flat("N1", 10), flat("N2", 20))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20x6 100 20x17", "20x17 100 20x6"})
  void watchesFromSevenInTheEveningToSixInTheMorning(String atTheEdge) {
    assertThat(check(pass(atTheEdge), flat("N1", 10), flat("N2", 20))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40x9 99 40x14", "20x9 59 20x14", "70x9 110 70x14"})
  void needsBothTheFactorAndTheRise(String tooLittle) {
    assertThat(check(pass(tooLittle), flat("N1", 10), flat("N2", 20))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"40x9 100 40x14", "20x9 60 20x14"})
  void takesValuesAtTheThresholds(String justEnough) {
    assertThat(check(pass(justEnough), flat("N1", 10), flat("N2", 20))).hasSize(1);
  }

  @Test
  void staysQuietInDust() {
    StationHours dusty = station("P01", null, 0, PLUME, "40x9 201x3 40x12");
    assertThat(check(dusty, flat("N1", 10), flat("N2", 20))).isEmpty();
    StationHours smoky = station("P01", null, 0, PLUME, "40x9 200 200 200 40x12");
    assertThat(check(smoky, flat("N1", 10), flat("N2", 20)).get(0).grounds())
        .extracting(ground -> ground.factEn())
        .contains("PM2.5/PM10 is 0.50, unlike dust");
  }

  @Test
  void needsTwoNeighboursWithTheSameHoursWithinSixtyKilometres() {
    assertThat(check(pass(PLUME), flat("N1", 10))).isEmpty();
    assertThat(check(pass(PLUME), flat("N1", 10), flat("N2", 61))).isEmpty();
    assertThat(check(pass(PLUME), flat("N1", 10), flat("N2", 59))).hasSize(1);
    StationHours silent = station("N2", "evaluation", 20, "20x8 - 20x15", "");
    assertThat(check(pass(PLUME), flat("N1", 10), silent)).isEmpty();
  }

  @Test
  void needsTwoHoursOfBackground() {
    String two = "20x6 - 20x2 100 20x14";
    String one = "20x6 - - 20 100 20x14";
    assertThat(check(pass(two), flat("N1", 10), flat("N2", 20))).hasSize(1);
    assertThat(check(pass(one), flat("N1", 10), flat("N2", 20))).isEmpty();
  }

  @Test
  void givesTheSameAlertsInAnyOrder() {
    List<StationHours> stations =
        new ArrayList<>(
            List.of(pass(PLUME), flat("N1", 10), flat("N2", 20), station("A", null, 5, PLUME, "")));
    List<Alert> first = check(stations.toArray(StationHours[]::new));
    assertThat(first).hasSize(2);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(stations, new Random(seed));
      assertThat(check(stations.toArray(StationHours[]::new))).isEqualTo(first);
    }
  }

  private static StationHours pass(String pm25) {
    return station("P01", null, 0, pm25, "");
  }

  private static StationHours flat(String id, double kilometres) {
    return station(id, "evaluation", kilometres, FLAT, "");
  }

  private static List<Alert> check(StationHours... stations) {
    return check(IN_FLYWAY, stations);
  }

  private static List<Alert> check(ZonesNear zones, StationHours... stations) {
    return RULE.check(new Watch(DATE, List.of(stations)), zones, DISTANCE, LEGAL, RAISED);
  }
}
