package hongyan.geo.zones;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a moment lies in a key protection period, on the civil clock of Asia/Shanghai.
 *
 * <p>First and last day are included. A season whose first day comes after its last runs over the
 * new year. Days are compared as month and day: one that ends on 02-28 leaves 29 February out, one
 * that ends on 02-29 ends on 28 February in an ordinary year. Hours begin inclusively and end
 * exclusively; a night that runs over midnight belongs to the day on which it begins, so the small
 * hours after the last day still count and those of the first day do not ("每日19时至次日6时"). A zone
 * without seasons is never in season.
 */
public final class Seasons {

  private Seasons() {}

  /**
   * Returns whether {@code time} lies in one of the seasons.
   *
   * @throws IllegalArgumentException for a season that {@link #findFault} finds at fault
   */
  public static boolean inSeason(List<Season> seasons, Instant time) {
    return Calendar.of(seasons).covers(time);
  }

  /** Finds what is wrong with a season, naming field and value. */
  public static Optional<String> findFault(Season season) {
    try {
      Calendar.of(List.of(season));
      return Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
