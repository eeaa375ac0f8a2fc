package hongyan.pipelines.birds.surveys;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Birds of one species for the effort of one period.
 *
 * @param period as it was asked for, such as {@code 2025-10}
 * @param measure {@code hour} or {@code km}; null where no survey of the period has an effort
 * @param surveys with a known effort, those that did not find the species among them
 * @param effort their sum
 * @param rate individuals over effort
 * @param notCorrected what could not be set against an effort, and is in no rate
 */
public record EffortRate(
    String period,
    @Nullable String measure,
    int surveys,
    long individuals,
    @Nullable BigDecimal effort,
    @Nullable BigDecimal rate,
    Uncorrected notCorrected) {

  /**
   * Records of the species that are in no rate.
   *
   * @param noEffort without eventID, or without an effort that is understood
   * @param contradictory of surveys whose records name different efforts
   * @param uncounted without a count
   * @param individuals sum of their counts
   */
  public record Uncorrected(int noEffort, int contradictory, int uncounted, long individuals) {}
}
