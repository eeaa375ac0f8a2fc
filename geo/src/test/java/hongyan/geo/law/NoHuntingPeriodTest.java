package hongyan.geo.law;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoHuntingPeriodTest {
  private static final Instant AUTUMN = Instant.parse("2025-10-01T00:00:00Z");
  private static final List<ZoneRef> FLYWAY =
      List.of(new ZoneRef("FW-1", ZoneKind.FLYWAY, 1, true));

  private static NoHuntingPeriod period(List<String> counties, String zone) {
    return new NoHuntingPeriod(
        "N1", "2025年秋季禁猎期", "2025-09-01", "2025-12-31", counties, zone, "蓝政发〔2025〕7号");
  }

  @Test
  void holdsInTheWholeCityOnItsDaysWhereNothingBindsIt() {
    NoHuntingPeriod whole = period(List.of(), null);
    assertThat(whole.holds(AUTUMN, "431127", List.of())).isTrue();
    assertThat(whole.holds(AUTUMN, null, List.of())).as("outside the city").isFalse();
    assertThat(whole.holds(Instant.parse("2025-12-31T16:00:00Z"), "431127", List.of())).isFalse();
  }

  @Test
  void holdsOnlyInItsCountiesAndItsZone() {
    assertThat(period(List.of("431127"), null).holds(AUTUMN, "431127", FLYWAY)).isTrue();
    assertThat(period(List.of("431127"), null).holds(AUTUMN, "431126", FLYWAY)).isFalse();
    assertThat(period(List.of(), "FW-1").holds(AUTUMN, "431127", FLYWAY)).isTrue();
    assertThat(period(List.of(), "FW-2").holds(AUTUMN, "431127", FLYWAY)).isFalse();
  }

  @Test
  void isNamedInTheFactsOfHuntingOnlyAndIsNoSeasonOfAZone() {
    Article7 law = Article7.load();
    List<ZoneRef> outOfSeason = List.of(new ZoneRef("FW-1", ZoneKind.FLYWAY, 1, false));
    List<NoHuntingPeriod> closed = List.of(period(List.of(), null));
    Judgement hunting =
        law.judge(
            new Facts("net", AUTUMN, "431127", outOfSeason, false, false, null, null, closed));
    assertThat(hunting.facts())
        .anySatisfy(fact -> assertThat(fact.record()).isEqualTo("no-hunting-period/N1"));
    assertThat(hunting.grade()).as("not in its key protection period").isEqualTo(Grade.SERIOUS);
    Judgement disturbance =
        law.judge(
            new Facts(
                "disturbance", AUTUMN, "431127", outOfSeason, false, false, null, null, closed));
    assertThat(disturbance.facts()).noneMatch(fact -> "no-hunting-period/N1".equals(fact.record()));
  }
}
