package hongyan.service.replay;

import hongyan.geo.place.Position;
import hongyan.pipelines.air.Pollutant;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of the national real-time feed have in common: one row a station and hour, values
 * as text. For one file, one thread.
 *
 * <p>Times are Beijing time, the end of the hour. The feed's ozone columns are swapped: the hour's
 * own value stands in {@code o3_24h}, and the published AQI only comes out with it. {@code -;},
 * {@code —}, {@code -} and nothing are missing values.
 */
final class NationalFeed {
  private static final Map<Pollutant, String> COLUMNS =
      Map.of(
          Pollutant.PM25, "pm2_5",
          Pollutant.PM10, "pm10",
          Pollutant.SO2, "so2",
          Pollutant.NO2, "no2",
          Pollutant.O3, "o3_24h",
          Pollutant.CO, "co");
  private static final Set<String> MISSING = Set.of("", "-;", "-", "—", "—;", "NA", "null");

  private final ReadingLines lines;
  private final Outlet outlet;
  private final Set<String> met = new HashSet<>();

  NationalFeed(Outlet outlet) {
    this.outlet = outlet;
    this.lines = new ReadingLines(outlet);
  }

  /** Takes one row; {@code cell} gives the text of a column, empty where there is none. */
  void row(Function<String, String> cell, @Nullable Position position) {
    String station = cell.apply("stationcode").strip();
    LocalDateTime time;
    try {
      time = LocalDateTime.parse(cell.apply("timepoint").strip().replace(' ', 'T'));
    } catch (DateTimeException e) {
      outlet.notTaken("row without a readable hour", 1);
      return;
    }
    if (position != null && met.add(station)) {
      String name = cell.apply("area") + cell.apply("positionname");
      outlet.station(new MetStation(station, name, position));
    }
    for (Pollutant pollutant : Pollutant.values()) {
      String value = cell.apply(COLUMNS.get(pollutant)).strip();
      if (MISSING.contains(value)) {
        outlet.notTaken("missing in the feed", 1);
      } else {
        lines.add(station, time, pollutant, value);
      }
    }
  }

  void flush() {
    lines.flush();
  }

  /** Returns the position that two texts make, or null when they make none. */
  static @Nullable Position position(String lon, String lat) {
    try {
      return new Position(Double.parseDouble(lon), Double.parseDouble(lat));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
