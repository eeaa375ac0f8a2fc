package hongyan.service.problems;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The light of a problem or of an inspection target. JSON has the names in lower case. */
public enum Light {
  GREEN,
  YELLOW,
  RED;

  /**
   * How a light is given. The regulation and the gazette know none: the platform's own choice.
   *
   * @param yellowDays a target that is not met turns yellow this many days before its deadline
   */
  public record Rule(int yellowDays) {

    public Rule {
      if (yellowDays < 0) {
        throw new IllegalArgumentException(
            "inspection yellowDays=%d, allowed is 0 or more".formatted(yellowDays));
      }
    }

    /**
     * Returns green when met or not near its deadline, yellow in the last days before it and on it,
     * red past it; none for a target without a deadline that is not met.
     */
    public @Nullable Light of(boolean met, @Nullable LocalDate deadline, LocalDate today) {
      if (met) {
        return GREEN;
      }
      if (deadline == null) {
        return null;
      }
      if (today.isAfter(deadline)) {
        return RED;
      }
      return today.isBefore(deadline.minusDays(yellowDays)) ? GREEN : YELLOW;
    }
  }
}
