package hongyan.pipelines.birds.surveys;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a species was there in one year.
 *
 * <p>First and last day depend on how hard somebody looked; the days by which a tenth, half and
 * nine tenths of all counted birds had been seen do so less. Neither is corrected for effort.
 *
 * @param passages the year, and each part of it in which the species was recorded
 * @param curve sums over a few days each, from the first record to the last
 */
public record Phenology(List<Passage> passages, List<Point> curve) {

  /**
   * A part of the year.
   *
   * @param part {@code year}, {@code spring} or {@code autumn}
   * @param peak the day with the most birds, the first of several
   * @param tenth by the end of that day a tenth of all counted birds had been seen; null when none
   *     were counted
   * @param days with records
   */
  public record Passage(
      String part,
      LocalDate first,
      LocalDate peak,
      LocalDate last,
      @Nullable LocalDate tenth,
      @Nullable LocalDate half,
      @Nullable LocalDate ninetieth,
      int days,
      long records,
      long individuals,
      long peakIndividuals) {}

  /**
   * A point of the curve.
   *
   * @param from its first day
   */
  public record Point(LocalDate from, int days, long records, long individuals) {}

  public Phenology {
    passages = List.copyOf(passages);
    curve = List.copyOf(curve);
  }

  /**
   * Works it out from the days of one species, subject and year, in any order; those without
   * records do not matter.
   */
  public static Phenology of(List<DayOfBirds> all, SurveySettings settings) {
    List<DayOfBirds> days =
        all.stream()
            .filter(day -> day.records() > 0)
            .sorted(Comparator.comparing(DayOfBirds::date))
            .toList();
    List<Passage> passages = new ArrayList<>();
    add("year", days, passages);
    for (SurveySettings.Part part : settings.passages()) {
      add(part.id(), days.stream().filter(day -> part.covers(day.date())).toList(), passages);
    }
    return new Phenology(passages, curve(days, settings.curveDays()));
  }

  private static void add(String part, List<DayOfBirds> days, List<Passage> passages) {
    if (days.isEmpty()) {
      return;
    }
    DayOfBirds peak =
        days.stream()
            .max(
                Comparator.comparingLong(DayOfBirds::individuals)
                    .thenComparingLong(DayOfBirds::records)
                    .thenComparing(DayOfBirds::date, Comparator.reverseOrder()))
            .orElseThrow();
    passages.add(
        new Passage(
            part,
            days.get(0).date(),
            peak.date(),
            days.get(days.size() - 1).date(),
            reached(days, 0.1),
            reached(days, 0.5),
            reached(days, 0.9),
            days.size(),
            days.stream().mapToLong(DayOfBirds::records).sum(),
            individuals(days),
            peak.individuals()));
  }

  private static @Nullable LocalDate reached(List<DayOfBirds> days, double share) {
    long all = individuals(days);
    long sum = 0;
    for (DayOfBirds day : days) {
      sum += day.individuals();
      if (all > 0 && sum >= share * all) {
        return day.date();
      }
    }
    return null;
  }

  private static List<Point> curve(List<DayOfBirds> days, int length) {
    TreeMap<LocalDate, List<DayOfBirds>> points = new TreeMap<>();
    for (DayOfBirds day : days) {
      int past = (day.date().getDayOfYear() - 1) % length;
      points.computeIfAbsent(day.date().minusDays(past), from -> new ArrayList<>()).add(day);
    }
    return points.entrySet().stream()
        .map(
            point ->
                new Point(
                    point.getKey(),
                    point.getValue().size(),
                    point.getValue().stream().mapToLong(DayOfBirds::records).sum(),
                    individuals(point.getValue())))
        .toList();
  }

  private static long individuals(List<DayOfBirds> days) {
    return days.stream().mapToLong(DayOfBirds::individuals).sum();
  }
}
