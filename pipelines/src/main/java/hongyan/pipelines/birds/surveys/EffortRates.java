package hongyan.pipelines.birds.surveys;

import hongyan.geo.place.CivilTime;
import hongyan.geo.species.Species;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.Sampling;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Counts of one species over the effort that was spent, by period.
 *
 * <p>A survey is all records of one eventID, of whatever species; its effort counts once, also
 * where the species was not found. A survey that recorded nothing at all is not known here. What
 * has no survey or no effort is left out of the rates and told by number.
 *
 * @param settings which units are understood
 * @param period the name of the period of a day
 */
public record EffortRates(SurveySettings settings, Function<LocalDate, String> period) {
  private static final String NONE = "";

  /** The records of one survey, or of one period that belong to none. */
  private record Survey(String period, Optional<Effort> effort, boolean contradictory) {}

  /**
   * Works out the rates of {@code species} from all records of one subject.
   *
   * @return by period and measure, oldest first; a period without records of the species but with
   *     surveys has a rate of 0
   */
  public List<EffortRate> of(List<PlacedOccurrence> records, String species) {
    Map<String, Survey> surveys = surveys(records);
    TreeMap<String, Sums> sums = new TreeMap<>();
    for (Survey survey : surveys.values()) {
      sums.computeIfAbsent(survey.period(), Sums::new).add(survey);
    }
    String accepted = Species.load().accepted(species);
    for (PlacedOccurrence placed : records) {
      Occurrence bird = placed.occurrence();
      if (placed.counts() && Species.load().accepted(bird.scientificName()).equals(accepted)) {
        Optional<Survey> survey = eventOf(bird).map(surveys::get);
        String in = survey.map(Survey::period).orElse(period.apply(date(bird)));
        sums.computeIfAbsent(in, Sums::new).add(bird, survey);
      }
    }
    return sums.values().stream().flatMap(sum -> sum.rates().stream()).toList();
  }

  private Map<String, Survey> surveys(List<PlacedOccurrence> records) {
    Map<String, List<Occurrence>> events = new HashMap<>();
    for (PlacedOccurrence placed : records) {
      eventOf(placed.occurrence())
          .ifPresent(
              id -> events.computeIfAbsent(id, any -> new ArrayList<>()).add(placed.occurrence()));
    }
    Map<String, Survey> surveys = new HashMap<>();
    events.forEach((id, birds) -> surveys.put(id, survey(birds)));
    return surveys;
  }

  private Survey survey(List<Occurrence> birds) {
    LocalDate first = birds.stream().map(EffortRates::date).min(LocalDate::compareTo).orElseThrow();
    List<Effort> efforts =
        birds.stream()
            .flatMap(bird -> Effort.of(bird.sampling(), settings).stream())
            .distinct()
            .toList();
    return new Survey(
        period.apply(first),
        efforts.size() == 1 ? Optional.of(efforts.get(0)) : Optional.empty(),
        efforts.size() > 1);
  }

  private static Optional<String> eventOf(Occurrence bird) {
    return Optional.ofNullable(bird.sampling()).map(Sampling::eventID);
  }

  private static LocalDate date(Occurrence bird) {
    return LocalDate.ofInstant(bird.eventStart(), CivilTime.ZONE);
  }

  /** What adds up in one period. */
  private static final class Sums {
    private final String period;
    private final Map<String, BigDecimal> effort = new TreeMap<>();
    private final Map<String, Integer> surveys = new HashMap<>();
    private final Map<String, Long> individuals = new HashMap<>();
    private int noEffort;
    private int contradictory;
    private int uncounted;
    private long uncorrected;

    Sums(String period) {
      this.period = period;
    }

    void add(Survey survey) {
      survey
          .effort()
          .ifPresent(
              spent ->
                  spent
                      .measures()
                      .forEach(
                          (measure, amount) -> {
                            effort.merge(measure, amount, BigDecimal::add);
                            surveys.merge(measure, 1, Integer::sum);
                          }));
    }

    void add(Occurrence bird, Optional<Survey> survey) {
      Integer count = bird.individualCount();
      Optional<Effort> spent = survey.flatMap(Survey::effort);
      if (count == null) {
        uncounted++;
      } else if (spent.isPresent()) {
        spent.get().measures().keySet().forEach(m -> individuals.merge(m, (long) count, Long::sum));
      } else {
        noEffort += survey.filter(Survey::contradictory).isPresent() ? 0 : 1;
        contradictory += survey.filter(Survey::contradictory).isPresent() ? 1 : 0;
        uncorrected += count;
      }
    }

    List<EffortRate> rates() {
      SortedSet<String> measures = new TreeSet<>(effort.keySet());
      if (measures.isEmpty()) {
        measures.add(NONE);
      }
      return measures.stream().map(this::rate).toList();
    }

    private EffortRate rate(String measure) {
      BigDecimal spent = effort.get(measure);
      long birds = individuals.getOrDefault(measure, 0L);
      return new EffortRate(
          period,
          spent == null ? null : measure,
          surveys.getOrDefault(measure, 0),
          birds,
          spent,
          spent == null ? null : BigDecimal.valueOf(birds).divide(spent, MathContext.DECIMAL32),
          new EffortRate.Uncorrected(noEffort, contradictory, uncounted, uncorrected));
    }
  }
}
