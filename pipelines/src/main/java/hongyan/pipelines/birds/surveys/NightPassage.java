package hongyan.pipelines.birds.surveys;

import hongyan.geo.place.CivilTime;
import hongyan.geo.place.Position;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many birds were recorded in each hour of a night. An hour without records is not in it:
 * nobody may have been there.
 *
 * @param hours those with records, in their order
 * @param individuals sum of the counts
 * @param birdsPerHour over the dark part of the hours with records
 */
public record NightPassage(
    LocalDate date,
    Instant dusk,
    Instant dawn,
    List<Hour> hours,
    long records,
    long individuals,
    long uncounted,
    double birdsPerHour) {

  /**
   * One hour of the night.
   *
   * @param end of the hour, its label
   * @param dark how much of it lies between dusk and dawn, 0 to 1
   * @param birdsPerHour individuals over {@code dark}
   */
  public record Hour(
      Instant end,
      double dark,
      long records,
      long individuals,
      long uncounted,
      double birdsPerHour) {}

  public NightPassage {
    hours = List.copyOf(hours);
  }

  /**
   * Works out the nights of records of one subject.
   *
   * @return newest first; absences, records to the day only, those that span more than the settings
   *     allow and those by day are in none
   */
  public static List<NightPassage> of(List<PlacedOccurrence> records, SurveySettings settings) {
    TreeMap<LocalDate, List<Occurrence>> evenings = new TreeMap<>();
    for (PlacedOccurrence placed : records) {
      if (placed.counts() && saysTheHour(placed.occurrence(), settings)) {
        Instant noonBefore = placed.occurrence().eventStart().minus(Duration.ofHours(12));
        evenings
            .computeIfAbsent(
                LocalDate.ofInstant(noonBefore, CivilTime.ZONE), date -> new ArrayList<>())
            .add(placed.occurrence());
      }
    }
    List<NightPassage> nights = new ArrayList<>();
    evenings.descendingMap().forEach((date, birds) -> night(date, birds).ifPresent(nights::add));
    return nights;
  }

  private static boolean saysTheHour(Occurrence occurrence, SurveySettings settings) {
    Instant end = occurrence.eventEnd();
    return occurrence.hourKnown()
        && (end == null
            || Duration.between(occurrence.eventStart(), end).toMinutes()
                <= settings.longestMinutes());
  }

  private static Optional<NightPassage> night(LocalDate date, List<Occurrence> birds) {
    return Darkness.of(date, middle(birds))
        .flatMap(
            dark -> {
              TreeMap<Instant, List<Occurrence>> byHour = new TreeMap<>();
              birds.stream()
                  .filter(bird -> dark.covers(bird.eventStart()))
                  .forEach(
                      bird ->
                          byHour.computeIfAbsent(label(bird), end -> new ArrayList<>()).add(bird));
              return byHour.isEmpty() ? Optional.empty() : Optional.of(night(dark, byHour));
            });
  }

  private static NightPassage night(Darkness dark, TreeMap<Instant, List<Occurrence>> byHour) {
    List<Hour> hours =
        byHour.entrySet().stream().map(e -> hour(e.getKey(), e.getValue(), dark)).toList();
    long individuals = hours.stream().mapToLong(Hour::individuals).sum();
    return new NightPassage(
        dark.date(),
        dark.dusk(),
        dark.dawn(),
        hours,
        hours.stream().mapToLong(Hour::records).sum(),
        individuals,
        hours.stream().mapToLong(Hour::uncounted).sum(),
        individuals / hours.stream().mapToDouble(Hour::dark).sum());
  }

  private static Hour hour(Instant end, List<Occurrence> birds, Darkness night) {
    long individuals = 0;
    long uncounted = 0;
    for (Occurrence bird : birds) {
      Integer count = bird.individualCount();
      individuals += count == null ? 0 : count;
      uncounted += count == null ? 1 : 0;
    }
    double dark = night.shareOfHour(end);
    return new Hour(end, dark, birds.size(), individuals, uncounted, individuals / dark);
  }

  private static Instant label(Occurrence bird) {
    return bird.eventStart().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }

  /** Dusk differs by a minute over a county; the middle of the records is near enough. */
  private static Position middle(List<Occurrence> birds) {
    double lon = birds.stream().mapToDouble(b -> b.position().lon()).average().orElseThrow();
    double lat = birds.stream().mapToDouble(b -> b.position().lat()).average().orElseThrow();
    return new Position(lon, lat);
  }
}
