package hongyan.service.demo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * Makes the bird records of one station for one day: a survey by people, and by instruments each
 * hour of the night on a pass.
 *
 * <p>Surveys are daily on passes in the passage seasons, else every fifth day; on waters and in
 * woods every fourth day. Nights with good wind carry several times what others do; within a night
 * most birds cross between 22:00 and 01:00.
 */
final class BirdModel {
  /** Looked for on purpose: a survey in its season that finds none is recorded as absence. */
  private static final Set<String> LOOKED_FOR = Set.of("Mergus squamatus");

  private static final double SEEN = 0.75;
  private static final double[] BY_HOUR = {
    1, 0.8, 0.55, 0.4, 0.25, 0.1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.35, 0.7, 0.95, 1.1
  };

  private final DemoDays days;
  private final List<DemoSpecies> species;
  private final double[] wind;

  BirdModel(long seed, DemoDays days, List<DemoSpecies> species) {
    this.days = days;
    this.species = species;
    this.wind = Chance.of(seed, "wind").weather(days.count(), 1.5);
  }

  /** Adds a day's records; {@code chance} is the station's own stream, asked day by day. */
  void addDay(DemoSite site, int day, Chance chance, List<DemoBird> to) {
    boolean pass = site.birds() == DemoSite.Birds.PASS;
    boolean passage = species.stream().anyMatch(s -> s.passage(days, day) > 0.3);
    int every = pass ? passage ? 1 : 5 : 4;
    boolean survey = day % every == 0;
    for (DemoSpecies one : species) {
      if (one.livesAt(site)) {
        if (survey && !(pass && one.night())) {
          survey(site, one, day, chance, to);
        }
        if (pass && one.night()) {
          night(site, one, day, chance, to);
        }
      }
    }
  }

  private void survey(DemoSite site, DemoSpecies one, int day, Chance chance, List<DemoBird> to) {
    double presence = one.presence(days, day);
    LocalDateTime time = days.day(day).atTime(7, 0).plusMinutes(chance.between(0, 150));
    if (presence > 0.04 && chance.happens(Math.min(SEEN, 0.15 + presence))) {
      double mean =
          one.abundance() * (0.1 + 0.9 * presence) * StrictMath.exp(0.4 * chance.normal());
      int count = Math.min(one.most(), 1 + chance.count(mean));
      to.add(new DemoBird(site, one, time, false, count));
    } else if (presence > 0 && presence <= 0.25 && LOOKED_FOR.contains(one.scientificName())) {
      to.add(new DemoBird(site, one, time, false, 0));
    }
  }

  private void night(DemoSite site, DemoSpecies one, int day, Chance chance, List<DemoBird> to) {
    double passage = one.passage(days, day);
    if (passage < 0.05) {
      return;
    }
    double carried = StrictMath.exp(0.7 * wind[day]);
    for (int hour = 0; hour < BY_HOUR.length; hour++) {
      double mean = 0.16 * one.abundance() * passage * carried * BY_HOUR[hour];
      int count = mean == 0 ? 0 : Math.min(one.most(), chance.count(mean));
      if (count > 0) {
        LocalDateTime time = days.day(day).atTime(hour, chance.between(0, 59));
        to.add(new DemoBird(site, one, time, true, count));
      }
    }
  }
}
