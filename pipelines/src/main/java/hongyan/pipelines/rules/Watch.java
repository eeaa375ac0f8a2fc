package hongyan.pipelines.rules;

import hongyan.pipelines.air.CivilDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From noon to noon in Asia/Shanghai, at all stations of the city: a whole night in one piece.
 *
 * <p>A rule raises what begins in the watch's own 24 hours, labelled 13:00 to 12:00 of the next
 * day. The hours of the two civil days around them belong in {@code stations} as well: those before
 * are background, those after let an episode run on past noon, so that it is raised once.
 *
 * @param date yyyy-MM-dd, the day whose noon it begins at
 * @param stations by id; whatever order they are given in
 */
public record Watch(String date, List<StationHours> stations) {

  private static final int HOURS = 24;
  private static final Duration NOON = Duration.ofHours(12);

  public Watch {
    stations =
        stations.stream().sorted(Comparator.comparing(hours -> hours.station().id())).toList();
  }

  /** Returns the date of the watch that the hour labelled {@code label} lies in. */
  public static String dateOf(Instant label) {
    return CivilDay.dateOf(label.minus(NOON));
  }

  /** Returns the dates of the watches that take hours of the civil day {@code day}, yyyy-MM-dd. */
  public static List<String> datesOf(String day) {
    return List.of(LocalDate.parse(day).minusDays(1).toString(), day);
  }

  /** Returns the labels of its own hours, ascending. */
  List<Instant> labels() {
    Instant noon = CivilDay.startOf(date).plus(NOON);
    return IntStream.rangeClosed(1, HOURS).mapToObj(h -> noon.plus(Duration.ofHours(h))).toList();
  }
}
