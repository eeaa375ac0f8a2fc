package hongyan.pipelines.air.assessment;

import static hongyan.pipelines.air.assessment.AssessmentFixtures.CLEAN;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.clean;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.day;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.days;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.of;
import static hongyan.pipelines.air.assessment.AssessmentFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositeIndexTest {
  private static final CompositeIndex RULE_2018 = CompositeIndex.list().get(0);
  private static final CompositeIndex RULE_2026 = CompositeIndex.list().get(1);

  @Test
  void sumsTheSixOverTheirLimits() {
    // 5/60 + 10/40 + 30/70 + 20/35 + 0.8/4 + 90/160 = 2.0958...
    CompositeFigure figure = RULE_2018.of(clean("2024-03"), Series.ALL);
    assertThat(figure.rounded()).isEqualByComparingTo("2.10");
    assertThat(figure.value()).isBetween(new BigDecimal("2.09583"), new BigDecimal("2.09584"));
    assertThat(figure.count()).isEqualTo(31);
    assertThat(figure.valid()).isTrue();
    assertThat(figure.inForce()).isTrue();
    assertThat(figure.parts().get(3).index()).isEqualByComparingTo("0.571");
  }

  @Test
  void weighsByTheUnconfirmedRuleAndSaysSo() {
    // 5/60 + 2*10/40 + 30/60 + 3*20/30 + 0.8/4 + 2*90/160 = 4.40833...
    CompositeFigure figure = RULE_2026.of(clean("2026-04"), Series.ALL);
    assertThat(figure.rounded()).isEqualByComparingTo("4.408");
    assertThat(figure.certainty()).isEqualTo("C");
    assertThat(figure.standard()).contains("unconfirmed");
  }

  @Test
  void takesConcentrationsRoundedAsItsRuleHasThem() {
    SubjectDays month = AssessmentFixtures.always("2026-04", Pollutant.PM25, "20.44");
    assertThat(RULE_2018.of(month, Series.ALL).parts().get(3).concentration())
        .isEqualByComparingTo("20");
    assertThat(RULE_2026.of(month, Series.ALL).parts().get(3).concentration())
        .isEqualByComparingTo("20.4");
  }

  @Test
  void showsTheOldRuleBesideTheNewOne() {
    assertThat(CompositeIndex.listFor(CivilPeriod.parse("2026-02"))).containsExactly(RULE_2018);
    assertThat(CompositeIndex.listFor(CivilPeriod.parse("2026-Q1")))
        .containsExactly(RULE_2018, RULE_2026);
    assertThat(CompositeIndex.listFor(CivilPeriod.parse("2030"))).hasSize(2);
    assertThat(CompositeIndex.listFor(CivilPeriod.parse("2031"))).hasSize(3);
    assertThat(RULE_2018.of(clean("2026-04"), Series.ALL).inForce()).isFalse();
    assertThat(RULE_2018.of(clean("2026-Q1"), Series.ALL).inForce()).isTrue();
  }

  @Test
  void deductsDust() {
    SubjectDays month =
        days(
            "2024-03",
            date -> day(date, date.getDayOfMonth() == 28 ? with(Pollutant.PM10, "650") : CLEAN),
            "2024-03-28");
    assertThat(RULE_2018.of(month, Series.DUST_DEDUCTED).rounded()).isEqualByComparingTo("2.10");
    assertThat(RULE_2018.of(month, Series.ALL).rounded()).isEqualByComparingTo("2.38"); // 50/70
  }

  @Test
  void hasNoValueWhileAPollutantIsMissing() {
    Map<Pollutant, String> five = new HashMap<>(CLEAN);
    five.remove(Pollutant.CO);
    CompositeFigure figure = RULE_2018.of(days("2024-03", date -> day(date, five)), Series.ALL);
    assertThat(figure.rounded()).isNull();
    assertThat(figure.valid()).isFalse();
    assertThat(figure.count()).isZero();
  }

  @Test
  void isNotValidOnTooFewDays() {
    CompositeFigure figure =
        RULE_2018.of(of("2024-03", List.of(day(LocalDate.parse("2024-03-01"), CLEAN))), Series.ALL);
    assertThat(figure.rounded()).isEqualByComparingTo("2.10");
    assertThat(figure.valid()).isFalse();
  }
}
