package hongyan.service.demo;

import hongyan.geo.place.Position;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the rules about bird records have to tell apart: a crane with a GPS tag that crosses the
 * city in two days of October, one of its fixes far out of place; a stint with a light-level
 * geolocator, off by up to 150 km, whose stated positions lie in a flyway; a name with a slip; a
 * wrong county.
 */
final class DemoStrays {
  private static final Position NORTH = new Position(112.6, 27.1);
  private static final Position SOUTH = new Position(111.4, 24.7);
  private static final Position PASS = new Position(112.0942, 25.2584);
  private static final int FIXES = 16;
  private static final int OUT_OF_PLACE = 7;

  private DemoStrays() {}

  /** Returns those of a year in the order of time. */
  static List<DemoStray> of(DemoDays days) {
    List<DemoStray> strays = new ArrayList<>();
    crane(days.day(days.number(10, 14)).atTime(6, 0), strays);
    stint(days.day(days.number(9, 6)).atTime(6, 30), strays);
    LocalDateTime morning = days.day(days.number(10, 26)).atTime(8, 15);
    strays.add(new DemoStray("slip-name", "", "Turdus hortulrum", "灰背鸫", morning, PASS, 50, "蓝山县"));
    strays.add(new DemoStray("slip-county", "", "Turdus pallidus", "白腹鸫", morning, PASS, 50, "道县"));
    strays.sort(Comparator.comparing(DemoStray::time).thenComparing(DemoStray::id));
    return strays;
  }

  private static void crane(LocalDateTime start, List<DemoStray> strays) {
    for (int i = 0; i < FIXES; i++) {
      double share = (double) i / (FIXES - 1);
      double aside = i == OUT_OF_PLACE ? 9 : 0;
      Position at =
          new Position(
              round(NORTH.lon() + share * (SOUTH.lon() - NORTH.lon()) + aside),
              round(NORTH.lat() + share * (SOUTH.lat() - NORTH.lat())));
      strays.add(
          new DemoStray(
              "crane-%02d".formatted(i),
              "demo-tag-crane",
              "Grus grus",
              "灰鹤",
              start.plusHours(3L * i),
              at,
              20,
              ""));
    }
  }

  private static void stint(LocalDateTime start, List<DemoStray> strays) {
    for (int i = 0; i < 4; i++) {
      strays.add(
          new DemoStray(
              "stint-" + i,
              "demo-tag-stint",
              "Calidris ruficollis",
              "红颈滨鹬",
              start.plusHours(12L * i),
              new Position(round(PASS.lon() + 0.001 * i), PASS.lat()),
              150_000,
              ""));
    }
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e4) / 1e4;
  }
}
