package hongyan.benchmarks;

import hongyan.geo.place.Position;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Zones and positions over the box of the city's counties; the same on every machine. */
final class SyntheticZones {
  private static final int ZONES = 200;
  private static final int LEAST_VERTICES = 50;
  private static final int MOST_VERTICES = 5_000;
  private static final double WEST = 111.1;
  private static final double EAST = 112.4;
  private static final double SOUTH = 24.6;
  private static final double NORTH = 26.9;

  private SyntheticZones() {}

  /** Returns 200 zones of 50 to 5,000 vertices, most of them small. */
  static List<Zone> list() {
    Random chance = new Random(7);
    return IntStream.range(0, ZONES).mapToObj(i -> zone(i, chance)).toList();
  }

  static Position[] positions(int count) {
    return scattered(count, new Random(11));
  }

  /** Other places than {@link #positions}, as evenly spread. */
  static Position[] points(int count) {
    return scattered(count, new Random(13));
  }

  private static Position[] scattered(int count, Random chance) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Position(within(WEST, EAST, chance), within(SOUTH, NORTH, chance)))
        .toArray(Position[]::new);
  }

  private static Zone zone(int i, Random chance) {
    double growth = (double) MOST_VERTICES / LEAST_VERTICES;
    int vertices = (int) Math.round(LEAST_VERTICES * Math.pow(growth, i / (ZONES - 1.0)));
    return new Zone(
        "zone-%03d".formatted(i),
        "synthetic",
        i % 2 == 0 ? ZoneKind.FLYWAY : ZoneKind.HABITAT,
        1,
        star(vertices, chance),
        Instant.parse("2020-01-01T00:00:00Z"),
        null,
        List.of(new Season("09-01", "11-30", null)),
        null,
        true);
  }

  /** A ragged star around its middle: never crosses itself, however ragged. */
  private static String star(int vertices, Random chance) {
    double lon = within(WEST + 0.1, EAST - 0.1, chance);
    double lat = within(SOUTH + 0.1, NORTH - 0.1, chance);
    double radius = within(0.02, 0.09, chance);
    StringBuilder ring = new StringBuilder();
    String first = "";
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double r = radius * within(0.8, 1, chance);
      String vertex =
          String.format(
              Locale.ROOT, "[%.7f,%.7f]", lon + r * Math.cos(angle), lat + r * Math.sin(angle));
      first = i == 0 ? vertex : first;
      ring.append(vertex).append(',');
    }
    return "{\"type\":\"Polygon\",\"coordinates\":[[%s%s]]}".formatted(ring, first);
  }

  private static double within(double from, double to, Random chance) {
    return from + (to - from) * chance.nextDouble();
  }
}
