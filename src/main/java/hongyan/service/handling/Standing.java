package hongyan.service.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert stands in time and with which office.
 *
 * @param since when it came into its state
 * @param yellowFrom from when its light is yellow; null where nothing is due
 * @param deadline from when its light is red; null where nothing is due
 * @param level index into the offices of {@link Routing#listFor}
 * @param escalations how often it went up, in all its states together
 * @param mergedInto the alert that stands for it, or null
 */
public record Standing(
    Instant since,
    @Nullable Instant yellowFrom,
    @Nullable Instant deadline,
    int level,
    int escalations,
    @Nullable String mergedInto) {

  /** Returns the light at {@code now}; null where nothing is due. */
  public @Nullable String light(Instant now) {
    if (deadline == null || yellowFrom == null) {
      return null;
    }
    if (!now.isBefore(deadline)) {
      return "red";
    }
    return now.isBefore(yellowFrom) ? "green" : "yellow";
  }
}
