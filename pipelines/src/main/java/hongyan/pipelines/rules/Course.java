package hongyan.pipelines.rules;

import hongyan.geo.place.Position;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The direction in which an event goes over the stations, by when it began at each: of the eight
 * winds the one along which the hour of onset grows most steadily.
 *
 * @param from where it comes from
 * @param correlation of the way along the direction with the hour of onset, 0 when either is the
 *     same everywhere
 * @param kilometres between the first and the last station along the direction
 * @param hours between the first and the last onset
 */
record Course(Wind from, double correlation, double kilometres, long hours) {

  /** The eight winds, clockwise from north. */
  enum Wind {
    NORTH("北", "north"),
    NORTH_EAST("东北", "north-east"),
    EAST("东", "east"),
    SOUTH_EAST("东南", "south-east"),
    SOUTH("南", "south"),
    SOUTH_WEST("西南", "south-west"),
    WEST("西", "west"),
    NORTH_WEST("西北", "north-west");

    private final String chinese;
    private final String english;

    Wind(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    String chinese() {
      return chinese;
    }

    String english() {
      return english;
    }

    Wind opposite() {
      return values()[(ordinal() + 4) % values().length];
    }
  }

  /** Mean length of a degree of latitude; within one city the earth is flat to a percent. */
  private static final double KILOMETRES_A_DEGREE = 111.2;

  /** Of directions that explain the onsets equally well, the one that the stations lie along. */
  private static final Comparator<Course> STEADIEST =
      Comparator.<Course>comparingLong(course -> Math.round(course.correlation() * 100))
          .thenComparingDouble(Course::kilometres);

  static Course of(List<Onset> event) {
    return List.of(Wind.values()).stream()
        .map(from -> along(from, event))
        .max(STEADIEST)
        .orElseThrow();
  }

  private static Course along(Wind from, List<Onset> event) {
    double[] way = event.stream().mapToDouble(onset -> way(from, event.get(0), onset)).toArray();
    double[] hours = event.stream().mapToDouble(onset -> hours(event.get(0), onset)).toArray();
    double[] sorted = way.clone();
    Arrays.sort(sorted);
    return new Course(
        from,
        correlation(way, hours),
        sorted[sorted.length - 1] - sorted[0],
        Math.round(hours[hours.length - 1]));
  }

  /** How far the station lies from the first one, down the wind. */
  private static double way(Wind from, Onset first, Onset onset) {
    Position a = first.station().station().position();
    Position b = onset.station().station().position();
    double east = (b.lon() - a.lon()) * KILOMETRES_A_DEGREE * Math.cos(Math.toRadians(a.lat()));
    double north = (b.lat() - a.lat()) * KILOMETRES_A_DEGREE;
    double towards = Math.toRadians(45.0 * from.opposite().ordinal());
    return east * Math.sin(towards) + north * Math.cos(towards);
  }

  private static double hours(Onset first, Onset onset) {
    return Duration.between(first.label(), onset.label()).toMinutes() / 60.0;
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElseThrow();
    double meanY = IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xx < 1e-9 || yy < 1e-9 ? 0 : xy / Math.sqrt(xx * yy);
  }
}
