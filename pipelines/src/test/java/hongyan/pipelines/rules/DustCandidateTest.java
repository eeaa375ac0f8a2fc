package hongyan.pipelines.rules;

import static hongyan.pipelines.rules.RuleFixtures.after;
import static hongyan.pipelines.rules.RuleFixtures.station;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DustCandidateTest {
  private static final DustCandidate RULE = DustCandidate.load();

  @Test
  void lastsFromTheDoublingToTheReturn() {
    assertThat(RULE.hours(station("A", null, 0, "", "80x6 200 150 100 88 80x14")))
        .containsExactly(after(7), after(8), after(9));
  }

  @Test
  void needsMoreThanOneHundredAndFifty() {
    assertThat(RULE.hours(station("A", null, 0, "", "60x6 150x4 60x14"))).isEmpty();
    assertThat(RULE.hours(station("A", null, 0, "", "60x6 151 60x17"))).containsExactly(after(7));
  }

  @Test
  void isNotMadeOfFineParticles() {
    assertThat(RULE.hours(station("A", null, 0, "30x6 101x2 30x16", "60x6 200x2 60x16"))).isEmpty();
    assertThat(RULE.hours(station("A", null, 0, "30x6 100x2 30x16", "60x6 200x2 60x16")))
        .containsExactly(after(7), after(8));
  }

  @Test
  void needsABackground() {
    assertThat(RULE.hours(station("A", null, 0, "", "60x3 200 60x17"))).isEmpty();
    assertThat(RULE.hours(station("A", null, 0, "", "60x4 - - 200 60x16")))
        .containsExactly(after(7));
  }

  @Test
  void goesOnOverAGapButNotOverALongSilence() {
    assertThat(RULE.hours(station("A", null, 0, "", "60x6 200 -x5 150 60")))
        .containsExactly(after(7), after(13));
    assertThat(RULE.hours(station("A", null, 0, "", "60x6 200 -x6 150 60")))
        .containsExactly(after(7));
  }
}
