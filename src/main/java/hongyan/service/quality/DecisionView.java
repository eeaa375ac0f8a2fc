package hongyan.service.quality;

import hongyan.pipelines.quality.Decision;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A decision as the API gives it.
 *
 * @param reading identity of the reading that it is about
 * @param value the value that was judged; once the reading has another, the decision holds no more
 */
record DecisionView(
    String reading,
    String station,
    String pollutant,
    String averaging,
    Instant time,
    BigDecimal value,
    String unit,
    String verdict,
    String note,
    String who,
    Instant decidedAt) {

  static DecisionView of(Decision decision) {
    return new DecisionView(
        decision.reading(),
        decision.station(),
        decision.pollutant().code(),
        decision.averaging().name(),
        decision.time(),
        decision.value(),
        decision.pollutant().unit(),
        decision.verdict().code(),
        decision.note(),
        decision.who(),
        decision.decidedAt());
  }
}
