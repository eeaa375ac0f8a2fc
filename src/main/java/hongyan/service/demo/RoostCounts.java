package hongyan.service.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Teal at the first lake with a winter roost, counted twice a day in two weeks: in the one always
 * before noon, until a drone drives them off; in the other at dusk, when they leave every evening,
 * fireworks or not.
 */
final class RoostCounts {
  static final String SPECIES = "Anas crecca";

  private static final int DAYS = 6;

  private final DemoDays days;
  private final List<DemoBird> counts = new ArrayList<>();

  RoostCounts(DemoDays days, DemoPlaces places) {
    this.days = days;
    Optional<DemoSpecies> teal =
        DemoSpecies.load().stream().filter(s -> s.scientificName().equals(SPECIES)).findFirst();
    Optional<DemoSite> lake =
        places.sites().stream().filter(s -> s.birds() == DemoSite.Birds.WATER).findFirst();
    if (teal.isPresent() && lake.isPresent()) {
      for (int day = DAYS; day >= 0; day--) {
        add(lake.get(), teal.get(), 1, 20, day, 10, day == 0 ? 9 : 110 + 3 * day);
        add(lake.get(), teal.get(), 1, 29, day, 17, 4 + day);
      }
    }
  }

  private void add(
      DemoSite lake, DemoSpecies teal, int month, int dayOfMonth, int back, int hour, int left) {
    LocalDateTime time = days.day(days.number(month, dayOfMonth)).minusDays(back).atTime(hour, 0);
    counts.add(new DemoBird(lake, teal, time, false, 118 + 2 * back));
    counts.add(new DemoBird(lake, teal, time.plusMinutes(65), false, left));
  }

  List<DemoBird> between(LocalDateTime from, LocalDateTime to) {
    return counts.stream()
        .filter(count -> !count.time().isBefore(from) && count.time().isBefore(to))
        .toList();
  }
}
