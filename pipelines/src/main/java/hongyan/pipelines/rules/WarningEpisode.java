package hongyan.pipelines.rules;

import hongyan.pipelines.forecasts.Forecast;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One spell of heavy pollution with the steps that are suggested on the way.
 *
 * @param first its first day above the lowest threshold, yyyy-MM-dd
 * @param steps by date, never empty
 * @param days what it rests on, ascending: the observed figures, and the forecasts of days that
 *     none is there for
 * @param special whether it begins in the season of special protection
 */
public record WarningEpisode(String first, List<Step> steps, List<Day> days, boolean special) {

  /** What is suggested. */
  public enum Change {
    RAISE,
    UPGRADE,
    DOWNGRADE,
    RELEASE,
    /** No figure and no forecast came any more, or another ladder came into force. */
    END
  }

  /** What something rests on. */
  public enum Basis {
    OBSERVED,
    FORECAST,
    OBSERVED_AND_FORECAST
  }

  /**
   * One suggestion.
   *
   * @param date at the end of this day
   * @param colour the level from then on, null after a release or an end
   */
  public record Step(
      String date, Change change, WarningLadder.@Nullable Colour colour, Basis basis) {}

  /**
   * One day's AQI.
   *
   * @param forecast the middle of which it is, or null when it was observed
   */
  public record Day(String date, int aqi, @Nullable Forecast forecast) {

    public boolean observed() {
      return forecast == null;
    }
  }

  public WarningEpisode {
    steps = List.copyOf(steps);
    days = List.copyOf(days);
  }

  /** Returns the highest level that it reached. */
  public WarningLadder.Colour highest() {
    return steps.stream()
        .map(Step::colour)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Returns the level that is suggested in the end, or null when it is over. */
  public WarningLadder.@Nullable Colour current() {
    return steps.get(steps.size() - 1).colour();
  }
}
