package hongyan.service.demo;

import java.util.ArrayList;
import java.util.List;

/** Picks the smoke nights: four between late September and mid November, on ordinary nights. */
final class SmokeNights {
  private static final int[][] AROUND = {{9, 28}, {10, 12}, {10, 23}, {11, 6}};

  private SmokeNights() {}

  /** Returns none where there is no pass with a sensor. */
  static List<SmokeNight> pick(long seed, DemoDays days, Weather weather, List<DemoSite> sites) {
    List<DemoSite> passes = sites.stream().filter(site -> site.air() == DemoSite.Air.PASS).toList();
    List<SmokeNight> nights = new ArrayList<>();
    Chance chance = Chance.of(seed, "smoke");
    for (int i = 0; i < AROUND.length && !passes.isEmpty(); i++) {
      int day = days.number(AROUND[i][0], AROUND[i][1]) + chance.between(0, 5);
      while (day < days.count() - 1 && !weather.ordinaryNight(day)) {
        day++;
      }
      // The hour that ends at 23:00 has number 22 of its day.
      int from = day * 24 + chance.between(21, 23);
      DemoSite pass = passes.get((i + chance.between(0, 1)) % passes.size());
      if (from + 3 < days.hours()) {
        int last = from + chance.between(2, 3);
        nights.add(new SmokeNight(pass.id(), day, from, last, chance.between(110, 190)));
      }
    }
    return List.copyOf(nights);
  }
}
