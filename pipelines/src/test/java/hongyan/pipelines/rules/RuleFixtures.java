package hongyan.pipelines.rules;

import hongyan.geo.place.Position;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.reference.Station;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stations on a line of one degree of latitude, and their hours as a test tells them. */
final class RuleFixtures {
  static final String DATE = "2024-10-22";
  static final Instant NOON = Instant.parse("2024-10-22T04:00:00Z");
  static final Instant RAISED = Instant.parse("2024-10-23T05:00:00Z");
  static final ZoneRef FLYWAY = new ZoneRef("Z1", ZoneKind.FLYWAY, 2, true);

  /** A degree of latitude is 111 km everywhere, and the stations stand on one meridian. */
  static final Distance DISTANCE = (a, b) -> Math.abs(a.lat() - b.lat()) * 111_000;

  private RuleFixtures() {}

  /** The label {@code hours} after noon of the watch's day. */
  static Instant after(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }

  /** A station {@code kilometres} north of the first, with PM2.5 and PM10 from 13:00 on. */
  static StationHours station(
      String id, @Nullable String role, double kilometres, String pm25, String pm10) {
    Position position = new Position(111.5, 25 + kilometres / 111);
    Station station = new Station(id, id, "air", position, role);
    return new StationHours(station, "431127", series(pm25), series(pm10));
  }

  /** Reads {@code "20 21x3 - 95"}: values from 13:00 on, repeated, a dash for an hour without. */
  private static Map<Instant, BigDecimal> series(String values) {
    Map<Instant, BigDecimal> series = new TreeMap<>();
    int hour = 1;
    for (String word : values.isBlank() ? List.<String>of() : List.of(values.trim().split(" +"))) {
      String[] parts = word.split("x");
      int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
      for (int i = 0; i < times; i++) {
        if (!parts[0].equals("-")) {
          series.put(after(hour), new BigDecimal(parts[0]));
        }
        hour++;
      }
    }
    return series;
  }
}
