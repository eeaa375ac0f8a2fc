package hongyan.pipelines.episodes;

import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.Lead;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How sure the sources of an episode are together, made only of what they stated.
 *
 * <p>Of sources of one kind the surest speaks for all: two recorders that hear the same are fooled
 * by the same. Kinds are taken as independent and combined by noisy-or, one less the product of
 * their doubts (J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, 4.3.2). Who stated
 * nothing adds nothing; where nobody did, there is none.
 *
 * @param value 0 to 1, to four places, or null
 * @param stated what was stated, the highest of each kind of source
 * @param silent kinds of source that stated nothing
 */
record Confidence(
    @Nullable Double value, Map<Joining.Words, Double> stated, List<Joining.Words> silent) {

  static Confidence of(List<Lead> leads, Joining joining) {
    Map<String, Optional<Double>> byKind = new TreeMap<>();
    for (Lead lead : leads) {
      byKind.merge(
          lead.evidence(), Optional.ofNullable(lead.alert().confidence()), Confidence::higher);
    }
    Map<Joining.Words, Double> stated = new LinkedHashMap<>();
    List<Joining.Words> silent = new ArrayList<>();
    BigDecimal doubt = BigDecimal.ONE;
    for (var kind : byKind.entrySet()) {
      Joining.Words words = joining.wordsOf(kind.getKey());
      if (kind.getValue().isPresent()) {
        double sure = kind.getValue().get();
        stated.put(words, sure);
        doubt = doubt.multiply(BigDecimal.ONE.subtract(BigDecimal.valueOf(sure)));
      } else {
        silent.add(words);
      }
    }
    Double value =
        stated.isEmpty()
            ? null
            : BigDecimal.ONE.subtract(doubt).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
    return new Confidence(value, stated, silent);
  }

  private static Optional<Double> higher(Optional<Double> one, Optional<Double> other) {
    return one.isEmpty() || (other.isPresent() && other.get() > one.get()) ? other : one;
  }

  Optional<Ground> ground() {
    if (value == null) {
      return Optional.empty();
    }
    var zh = new ArrayList<String>();
    var en = new ArrayList<String>();
    stated.forEach(
        (words, sure) -> {
          zh.add(words.zh() + " " + sure);
          en.add(words.en() + " " + sure);
        });
    silent.forEach(
        words -> {
          zh.add(words.zh() + "未给出");
          en.add(words.en() + " stated none");
        });
    String how = stated.size() > 1 ? "（按相互独立合成：1−∏(1−c)）" : "";
    String howEn = stated.size() > 1 ? " (taken as independent: 1-∏(1-c))" : "";
    return Optional.of(
        new Ground(
            "可信度 %s：%s%s".formatted(value, String.join("、", zh), how),
            "confidence %s: %s%s".formatted(value, String.join(", ", en), howEn),
            null));
  }
}
