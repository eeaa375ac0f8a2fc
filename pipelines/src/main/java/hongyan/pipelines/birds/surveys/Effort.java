package hongyan.pipelines.birds.surveys;

import hongyan.pipelines.birds.Sampling;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much was searched, by measure ({@code hour}, {@code km}). Read from sampleSizeValue and
 * sampleSizeUnit, else from samplingEffort where it is a number with a unit, or several of these
 * separated by {@code ; , +} or {@code |}. What cannot be read whole is not known at all.
 */
public record Effort(SortedMap<String, BigDecimal> measures) {
  private static final Pattern AMOUNT = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(\\D+?)\\s*");
  private static final Pattern BETWEEN = Pattern.compile("[;,+|；，、]");

  public Effort {
    measures = new TreeMap<>(measures);
  }

  /** Returns the effort of a record's survey; empty where it is not given or not understood. */
  static Optional<Effort> of(@Nullable Sampling sampling, SurveySettings settings) {
    if (sampling == null) {
      return Optional.empty();
    }
    if (sampling.sampleSizeValue() != null && sampling.sampleSizeUnit() != null) {
      return of(Map.of(sampling.sampleSizeUnit(), sampling.sampleSizeValue()), settings)
          .or(() -> ofText(sampling.samplingEffort(), settings));
    }
    return ofText(sampling.samplingEffort(), settings);
  }

  private static Optional<Effort> ofText(@Nullable String text, SurveySettings settings) {
    if (text == null) {
      return Optional.empty();
    }
    Map<String, BigDecimal> amounts = new TreeMap<>();
    for (String part : BETWEEN.split(text)) {
      Matcher amount = AMOUNT.matcher(part);
      if (!amount.matches()
          || amounts.put(amount.group(2), new BigDecimal(amount.group(1))) != null) {
        return Optional.empty();
      }
    }
    return of(amounts, settings);
  }

  private static Optional<Effort> of(Map<String, BigDecimal> amounts, SurveySettings settings) {
    SortedMap<String, BigDecimal> measures = new TreeMap<>();
    for (Map.Entry<String, BigDecimal> amount : amounts.entrySet()) {
      Optional<SurveySettings.Unit> unit = settings.findUnit(amount.getKey());
      if (unit.isEmpty() || amount.getValue().signum() <= 0) {
        return Optional.empty();
      }
      BigDecimal value =
          amount
              .getValue()
              .multiply(unit.get().factor())
              .divide(unit.get().divisor(), MathContext.DECIMAL64)
              .stripTrailingZeros();
      if (measures.put(unit.get().measure(), value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Effort(measures));
  }
}
