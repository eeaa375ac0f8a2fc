package hongyan.pipelines.series;

import hongyan.geo.zones.Placement;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How the values of our records stand in columns. */
final class Columns {

  private static final String NUL = "\u0000";
  private static final String DLE = "\u0010";
  private static final Pattern ESCAPED = Pattern.compile(DLE + "[" + DLE + "0]");
  private static final TypeReference<List<ZoneRef>> ZONES = new TypeReference<>() {};

  private static final long MOST_SECONDS = Long.MAX_VALUE / 1_000_000 - 1;

  private Columns() {}

  /**
   * Sets a text. PostgreSQL keeps none with NUL in it, and a line as it was sent may have one: NUL
   * is written as DLE and 0, DLE as two, in every database, so that all give back the same.
   */
  static void setText(PreparedStatement statement, int parameter, @Nullable String text)
      throws SQLException {
    statement.setString(parameter, text == null ? null : escaped(text));
  }

  /** Returns a text as it was given to {@link #setText}. */
  static String getText(ResultSet row, int column) throws SQLException {
    String stored = row.getString(column);
    return stored == null ? stored : unescaped(stored);
  }

  static String escaped(String text) {
    boolean plain = text.indexOf(NUL) < 0 && text.indexOf(DLE) < 0;
    return plain ? text : text.replace(DLE, DLE + DLE).replace(NUL, DLE + "0");
  }

  static String unescaped(String stored) {
    if (stored.indexOf(DLE) < 0) {
      return stored;
    }
    return ESCAPED.matcher(stored).replaceAll(found -> found.group().equals(DLE + DLE) ? DLE : NUL);
  }

  /**
   * Microseconds since 1970: no moment that a record can have is out of their range. One that is
   * only asked for can be: it is the first or last of the range then.
   */
  static long micros(Instant time) {
    long seconds = Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, time.getEpochSecond()));
    return seconds * 1_000_000 + time.getNano() / 1_000;
  }

  static @Nullable Long microsOrNull(@Nullable Instant time) {
    return time == null ? null : micros(time);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  static @Nullable Instant instantOrNull(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  static @Nullable Integer integerOrNull(ResultSet result, int column) throws SQLException {
    int value = result.getInt(column);
    return result.wasNull() ? null : value;
  }

  static @Nullable String zones(Placement placement) {
    return placement.zones().isEmpty() ? null : Json.MAPPER.writeValueAsString(placement.zones());
  }

  static Placement placement(@Nullable String county, @Nullable String zones) {
    if (zones == null) {
      return county == null ? Placement.UNKNOWN : new Placement(county, List.of());
    }
    return new Placement(county, Json.MAPPER.readValue(zones, ZONES));
  }

  /** The text by which a zone is found inside the zones column. */
  static @Nullable String zoneMark(@Nullable String zone) {
    return zone == null ? null : "\"id\":" + Json.MAPPER.writeValueAsString(zone) + ",";
  }
}
