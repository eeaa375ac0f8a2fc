package hongyan.service.quality;

import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.quality.DoubtNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A doubt as the API gives it.
 *
 * @param rule with its version
 * @param fact in the reader's language
 * @param excludes whether its rule leaves the value out while nobody has decided
 * @param decision the one in force, or null
 */
record DoubtView(
    String station,
    @Nullable String county,
    String pollutant,
    String averaging,
    Instant time,
    BigDecimal value,
    String unit,
    Rule rule,
    String fact,
    List<DoubtNumber> numbers,
    boolean excludes,
    @Nullable DecisionView decision) {

  /** Which rule raised it. */
  record Rule(String id, String version) {}

  static DoubtView of(Doubt doubt, Locale locale) {
    return new DoubtView(
        doubt.station(),
        doubt.county(),
        doubt.pollutant().code(),
        doubt.averaging().name(),
        doubt.time(),
        doubt.value(),
        doubt.pollutant().unit(),
        new Rule(doubt.rule(), doubt.version()),
        locale.getLanguage().equals("en") ? doubt.factEn() : doubt.fact(),
        doubt.numbers(),
        doubt.excludes(),
        doubt.decision() == null ? null : DecisionView.of(doubt.decision()));
  }
}
