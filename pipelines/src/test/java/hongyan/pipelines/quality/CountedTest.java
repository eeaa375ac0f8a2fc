package hongyan.pipelines.quality;

import static hongyan.pipelines.quality.QualityFixtures.DATE;
import static hongyan.pipelines.quality.QualityFixtures.RULES;
import static hongyan.pipelines.quality.QualityFixtures.at;
import static hongyan.pipelines.quality.QualityFixtures.decision;
import static hongyan.pipelines.quality.QualityFixtures.hour;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What figures are made of, with and without a decision. */
class CountedTest {

  @Test
  void countsWhatIsOnlyInDoubt() {
    var zero = at(hour(9), Pollutant.NO2, "0");
    assertThat(hourOf(zero, null)).isEqualTo("2024-10-22T01:00:00Z=0");
    assertThat(hourOf(zero, Verdict.INVALID)).isNull();
  }

  @Test
  void countsNothingBeyondTheRangeUnlessItIsDecidedValid() {
    var high = at(hour(9), Pollutant.NO2, "1500");
    assertThat(hourOf(high, null)).isNull();
    assertThat(hourOf(high, Verdict.VALID)).isEqualTo("2024-10-22T01:00:00Z=1500");
  }

  @Test
  void countsWhatWasEnteredByHandOnceAPersonSaysSo() {
    var byHand = at(hour(9), Pollutant.NO2, "40", Flag.S);
    assertThat(hourOf(byHand, null)).isNull();
    assertThat(hourOf(byHand, Verdict.VALID)).isEqualTo("2024-10-22T01:00:00Z=40");
    var maintenance = at(hour(9), Pollutant.NO2, "40", Flag.M);
    assertThat(hourOf(maintenance, null)).isNull();
    assertThat(hourOf(maintenance, Verdict.VALID)).isEqualTo("2024-10-22T01:00:00Z=40");
  }

  @Test
  void putsTheStandardsValueInPlaceOfAValidDrift() {
    assertThat(hourOf(at(hour(9), Pollutant.SO2, "-1.2"), null)).isNull();
    assertThat(hourOf(at(hour(9), Pollutant.SO2, "-1.2"), Verdict.VALID))
        .isEqualTo("2024-10-22T01:00:00Z=3");
    assertThat(hourOf(at(hour(9), Pollutant.CO, "0"), Verdict.VALID))
        .isEqualTo("2024-10-22T01:00:00Z=0.3");
  }

  @Test
  void putsAValidMeanOffTheHourToTheNearestOfItsDay() {
    Instant nine = hour(9);
    assertThat(hourOf(at(nine.plusSeconds(420), Pollutant.NO2, "40"), null)).isNull();
    assertThat(hourOf(at(nine.plusSeconds(420), Pollutant.NO2, "40"), Verdict.VALID))
        .isEqualTo("2024-10-22T01:00:00Z=40");
    assertThat(hourOf(at(nine.plusSeconds(2_400), Pollutant.NO2, "40"), Verdict.VALID))
        .isEqualTo("2024-10-22T02:00:00Z=40");
    assertThat(hourOf(at(hour(0).plusSeconds(420), Pollutant.NO2, "40"), Verdict.VALID))
        .as("not the day before")
        .isEqualTo("2024-10-21T17:00:00Z=40");
  }

  @Test
  void forgetsADecisionOnAnotherValue() {
    var high = at(hour(9), Pollutant.NO2, "1500");
    var other = at(hour(9), Pollutant.NO2, "1600");
    var judged =
        RULES.judge(
            DATE,
            List.of(high),
            List.of(),
            Map.of(ReadingKey.of(high.reading()).cell(), decision(other.reading(), Verdict.VALID)));
    assertThat(judged.counted()).isEmpty();
    assertThat(judged.doubts()).hasSize(1).allMatch(doubt -> doubt.decision() == null);
  }

  private static @Nullable String hourOf(KnownReading known, @Nullable Verdict verdict) {
    Map<String, Decision> decisions =
        verdict == null
            ? Map.of()
            : Map.of(ReadingKey.of(known.reading()).cell(), decision(known.reading(), verdict));
    var counted = RULES.judge(DATE, List.of(known), List.of(), decisions).counted();
    var hours = AirDay.of("P01", DATE, counted).hours();
    return hours.isEmpty() ? null : hours.get(0).time() + "=" + hours.get(0).means().get(0).value();
  }
}
