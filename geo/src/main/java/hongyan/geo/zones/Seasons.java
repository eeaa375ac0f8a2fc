package hongyan.geo.zones;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a moment lies in a key protection period, on the civil clock of Asia/Shanghai.
 *
 * <p>First and last day are included. A season whose first day comes after its last runs over the
 * new year. Days are compared as month and day: one that ends on 02-28 leaves 29 February out, one
 * that ends on 02-29 ends on 28 February in an ordinary year. Hours begin inclusively and end
 * exclusively; a night that runs over midnight belongs to the day on which it begins, so the small
 * hours after the last day still count and those of the first day do not ("每日19时至次日6时"). A zone
 * without seasons is never in season.
 *
 * <p>Seasons add up: one that a notice names for a year comes beside the yearly ones. A notice that
 * shortens a season is a new version of its zone that leaves the yearly one out.
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

  /** Returns the runs of the seasons that cover {@code day}, at whatever hours, earliest first. */
  public static List<SeasonDays> listOn(List<Season> seasons, LocalDate day) {
    return runsFrom(seasons, day).filter(run -> run.covers(day)).toList();
  }

  /** Returns the first run that begins after {@code day}, within the two years after it. */
  public static Optional<SeasonDays> findNext(List<Season> seasons, LocalDate day) {
    return runsFrom(seasons, day).filter(run -> run.from().isAfter(day)).findFirst();
  }

  private static Stream<SeasonDays> runsFrom(List<Season> seasons, LocalDate day) {
    return seasons.stream()
        .flatMap(
            season ->
                Days.of(season.from(), season.to()).runsFrom(day).stream()
                    .map(run -> new SeasonDays(run[0], run[1], season.hours(), season.document())))
        .sorted(Comparator.comparing(SeasonDays::from).thenComparing(SeasonDays::to));
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
