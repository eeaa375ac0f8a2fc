package hongyan.pipelines.rules;

import hongyan.pipelines.air.DataFile;
import hongyan.pipelines.alerts.RuleRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The settings of one rule, as its file has them, for the rule itself and for a page of them. */
public record RuleSheet(
    String id, String version, String title, String titleEn, List<Threshold> thresholds) {

  /**
   * One number of a rule.
   *
   * @param source the document that gives it, or {@code platform's own choice}
   * @param certainty as {@link hongyan.pipelines.air.Source#certainty()}
   */
  public record Threshold(
      String name,
      BigDecimal value,
      String unit,
      String meaning,
      String source,
      String certainty) {}

  public RuleSheet {
    thresholds = List.copyOf(thresholds);
  }

  /** Returns the sheets of all rules that have one, for showing them. */
  public static List<RuleSheet> list() {
    return Stream.of(
            SmokeAtPass.ID,
            HighValueReminder.ID,
            DustCandidate.ID,
            DustReminder.ID,
            TransportReminder.ID,
            Mortality.ID,
            "strong-light",
            "call-playback",
            "gunshot",
            "roost-collapse",
            "equipment",
            "construction")
        .map(RuleSheet::load)
        .toList();
  }

  /** Reads the sheet of the rule {@code id}. */
  public static RuleSheet load(String id) {
    return DataFile.read("/rules/" + id + ".json", RuleSheet.class);
  }

  public RuleRef ref() {
    return new RuleRef(id, version);
  }

  /**
   * Returns the value of a threshold.
   *
   * @throws IllegalStateException when the sheet has none of that name or it is negative
   */
  public BigDecimal decimal(String name) {
    BigDecimal value =
        thresholds.stream()
            .filter(threshold -> threshold.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("rule %s: no %s".formatted(id, name)))
            .value();
    if (value.signum() < 0) {
      throw new IllegalStateException("rule %s: %s is negative: %s".formatted(id, name, value));
    }
    return value;
  }

  public int whole(String name) {
    return decimal(name).intValueExact();
  }
}
