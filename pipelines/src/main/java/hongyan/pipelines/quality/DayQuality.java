package hongyan.pipelines.quality;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the readings of one station and civil day by all rules and by what people have decided.
 * Only the set of readings matters, not their order. Stateless.
 */
public final class DayQuality {

  private static final Comparator<Doubt> ORDER =
      Comparator.comparing(Doubt::time)
          .thenComparing(Doubt::pollutant)
          .thenComparing(Doubt::averaging)
          .thenComparing(Doubt::rule);

  private final ValueRules values = new ValueRules();
  private final StuckRule stuck = new StuckRule();
  private final SpikeRule spike = new SpikeRule();
  private final InvertedRule inverted = new InvertedRule();
  private final UnitRule unit = new UnitRule();
  private final ClockRules clock = new ClockRules();
  private final PlaceRules place;
  private final Counting counting = Counting.load();

  private DayQuality(PlaceRules place) {
    this.place = place;
  }

  /**
   * Loads the rules.
   *
   * @param city adcode of the city
   * @throws IllegalStateException when a rule's file is missing or wrong; names it
   */
  public static DayQuality load(String city) {
    return new DayQuality(PlaceRules.of(city));
  }

  /**
   * Returns the civil dates, beside the reading's own, whose doubts it has a part in: it is near
   * enough to their first or last hour.
   */
  public List<String> datesBeside(Reading reading) {
    if (reading.averaging() != Averaging.PT1H) {
      return List.of();
    }
    Duration reach = Duration.ofHours(Math.max(1, stuck.hours(reading.pollutant()) - 1));
    String own = CivilDay.dateOf(reading.time());
    return Stream.of(reading.time().minus(reach), reading.time().plus(reach))
        .map(CivilDay::dateOf)
        .filter(date -> !date.equals(own))
        .toList();
  }

  /**
   * Returns whether a doubt about {@code reading} may rest on when it came, so that a repetition
   * that comes later can change it.
   */
  public static boolean restsOnArrival(Reading reading) {
    return reading.time().isAfter(reading.receipt().receivedAt());
  }

  /**
   * Judges a day.
   *
   * @param date yyyy-MM-dd
   * @param own the current readings of that day, one for each identity
   * @param beside those of other days that {@link #datesBeside} sends here
   * @param decisions the newest on each reading, by {@link ReadingKey#cell()}
   */
  public JudgedDay judge(
      String date,
      Collection<KnownReading> own,
      Collection<KnownReading> beside,
      Map<String, Decision> decisions) {
    List<Doubt> doubts = new ArrayList<>();
    Set<String> excluded = new HashSet<>();
    for (Doubt doubt : doubts(new DayReadings(date, own, beside))) {
      Decision decision = decisions.get(ReadingKey.of(doubt).cell());
      boolean holds = decision != null && decision.value().compareTo(doubt.value()) == 0;
      doubts.add(doubt.decided(holds ? decision : null));
      if (doubt.excludes()) {
        excluded.add(ReadingKey.of(doubt).cell());
      }
    }
    List<Reading> counted = new ArrayList<>();
    for (KnownReading known : own) {
      String cell = ReadingKey.of(known.reading()).cell();
      Verdict verdict = verdict(known.reading(), decisions.get(cell));
      counting.count(known.reading(), excluded.contains(cell), verdict).ifPresent(counted::add);
    }
    return new JudgedDay(doubts, counted);
  }

  private static @Nullable Verdict verdict(Reading reading, @Nullable Decision decision) {
    return decision != null && decision.judges(reading) ? decision.verdict() : null;
  }

  private List<Doubt> doubts(DayReadings day) {
    return Stream.of(
            values.check(day),
            stuck.check(day),
            spike.check(day),
            inverted.check(day),
            unit.check(day),
            clock.check(day),
            place.check(day))
        .flatMap(List::stream)
        .sorted(ORDER)
        .toList();
  }
}
