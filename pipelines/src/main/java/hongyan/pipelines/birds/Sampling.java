package hongyan.pipelines.birds;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the birds of a record were looked for, in Darwin Core's terms.
 *
 * @param eventID what all records of one survey have in common
 * @param samplingProtocol the method, in words
 * @param samplingEffort how much, in words such as {@code 2 h} or {@code 3 km}
 * @param sampleSizeValue how much, as a number; its unit is {@code sampleSizeUnit}
 */
public record Sampling(
    @Nullable String eventID,
    @Nullable String samplingProtocol,
    @Nullable String samplingEffort,
    @Nullable BigDecimal sampleSizeValue,
    @Nullable String sampleSizeUnit) {

  /** Returns it, or null when it says nothing. */
  public @Nullable Sampling orNull() {
    boolean empty =
        eventID == null
            && samplingProtocol == null
            && samplingEffort == null
            && sampleSizeValue == null;
    return empty ? null : this;
  }
}
