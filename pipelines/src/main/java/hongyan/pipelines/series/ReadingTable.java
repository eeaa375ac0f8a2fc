package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.text;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Receipt;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Readings in a table of the database. */
final class ReadingTable implements Readings {

  private static final String COLUMNS =
      "r.station, r.time, r.pollutant, r.averaging, r.value, r.flag, r.county, r.zones, r.door,"
          + " r.received_at, r.modified, r.body, r.line, r.raw, r.reference";
  private static final String UPSERT =
      "INSERT INTO reading VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT (station, time, pollutant, averaging) DO UPDATE SET value=excluded.value,"
          + " flag=excluded.flag, county=excluded.county, zones=excluded.zones, door=excluded.door,"
          + " received_at=excluded.received_at, modified=excluded.modified, body=excluded.body,"
          + " line=excluded.line, raw=excluded.raw, reference=excluded.reference";
  private static final int KEYS_PER_LOOKUP = 1_000;
  private static final long MICROS_OF_DAY = Duration.ofDays(1).toNanos() / 1_000;

  private final SeriesFile file;

  ReadingTable(SeriesFile file) {
    this.file = file;
  }

  @Override
  public void write(List<PlacedReading> readings) {
    file.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (PlacedReading reading : readings) {
              bind(statement, reading, deleted);
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
  }

  @Override
  public Page<PlacedReading> list(ReadingQuery query, Paging paging) {
    var select = select(COLUMNS, query);
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), 4);
      select
          .andAll("r.time <= ?", last.subList(0, 1))
          .andAll("(r.time, r.station, r.pollutant, r.averaging) < (?, ?, ?, ?)", last);
    }
    select.then("ORDER BY r.time DESC, r.station DESC, r.pollutant DESC, r.averaging DESC");
    return file.read(c -> select.page(c, paging, ReadingTable::read, ReadingTable::cursorOf));
  }

  @Override
  public long count(ReadingQuery query) {
    return file.read(c -> select("count(*)", query).list(c, row -> row.getLong(1)).get(0));
  }

  private static Select select(String columns, ReadingQuery query) {
    return new Select(columns + " FROM reading r")
        .and("r.station = ?", query.station())
        .and("r.county = ?", query.county())
        .and("r.zones IS NOT NULL AND instr(r.zones, ?) > 0", Columns.zoneMark(query.zone()))
        .and("r.pollutant = ?", text(query.pollutant()))
        .and("r.time >= ?", microsOrNull(query.from()))
        .and("r.time < ?", microsOrNull(query.to()));
  }

  @Override
  public Map<String, PlacedReading> find(Collection<Reading> asked) {
    var all = new ArrayList<>(asked);
    return file.read(
        connection -> {
          var found = new HashMap<String, PlacedReading>();
          for (int from = 0; from < all.size(); from += KEYS_PER_LOOKUP) {
            List<Reading> keys = all.subList(from, Math.min(all.size(), from + KEYS_PER_LOOKUP));
            for (PlacedReading reading : lookUp(connection, keys)) {
              found.put(reading.reading().identity(), reading);
            }
          }
          return found;
        });
  }

  private static List<PlacedReading> lookUp(Connection connection, List<Reading> keys)
      throws SQLException {
    // CROSS JOIN: SQLite then goes from the keys to the rows, never through the whole table.
    String rows = "(?,?,?,?),".repeat(keys.size() - 1) + "(?,?,?,?)";
    String sql =
        "WITH k(station, time, pollutant, averaging) AS (VALUES %s) ".formatted(rows)
            + "SELECT %s FROM k CROSS JOIN reading r".formatted(COLUMNS)
            + " ON r.station = k.station AND r.time = k.time"
            + " AND r.pollutant = k.pollutant AND r.averaging = k.averaging";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int i = 1;
      for (Reading key : keys) {
        statement.setString(i++, key.station());
        statement.setLong(i++, micros(key.time()));
        statement.setString(i++, key.pollutant().name());
        statement.setString(i++, key.averaging().name());
      }
      try (ResultSet result = statement.executeQuery()) {
        var found = new ArrayList<PlacedReading>();
        while (result.next()) {
          found.add(read(result));
        }
        return found;
      }
    }
  }

  @Override
  public long removeShort(Instant before) {
    String averagings =
        Arrays.stream(Averaging.values())
            .filter(Averaging::isShort)
            .map(averaging -> "'" + averaging + "'")
            .collect(Collectors.joining(",", "averaging IN (", ")"));
    long removed = 0;
    Long day = earliestShort(averagings, Long.MIN_VALUE, before);
    // Day by day: other writers come in between.
    while (day != null) {
      long end = Math.min(day + MICROS_OF_DAY, micros(before));
      removed += removeBetween(averagings, day, end);
      day = earliestShort(averagings, end, before);
    }
    return removed;
  }

  private @Nullable Long earliestShort(String averagings, long from, Instant before) {
    return file.read(
        c ->
            new Select("time FROM reading")
                    .and("time >= ?", from)
                    .and("time < ?", micros(before))
                    .andAll(averagings, List.of())
                    .then("ORDER BY time LIMIT 1")
                    .list(c, row -> row.getLong(1))
                    .stream()
                    .findFirst()
                    .orElse(null));
  }

  private int removeBetween(String averagings, long from, long to) {
    return file.write(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "DELETE FROM reading WHERE time >= ? AND time < ? AND " + averagings)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            return statement.executeUpdate();
          }
        });
  }

  private static void bind(PreparedStatement statement, PlacedReading placed, DeletedRaw deleted)
      throws SQLException {
    Reading reading = placed.reading();
    Receipt receipt = reading.receipt();
    statement.setString(1, reading.station());
    statement.setLong(2, micros(reading.time()));
    statement.setString(3, reading.pollutant().name());
    statement.setString(4, reading.averaging().name());
    statement.setString(5, reading.value().toString());
    statement.setString(6, reading.flag().name());
    statement.setString(7, placed.placement().county());
    statement.setString(8, Columns.zones(placed.placement()));
    statement.setString(9, receipt.door());
    statement.setString(10, receipt.receivedAt().toString());
    statement.setString(11, text(receipt.modified()));
    statement.setString(12, receipt.body());
    statement.setInt(13, receipt.line());
    statement.setString(14, deleted.of("reading", receipt));
    statement.setLong(15, receipt.reference());
  }

  private static PlacedReading read(ResultSet row) throws SQLException {
    var receipt =
        new Receipt(
            row.getString(9),
            Instant.parse(row.getString(10)),
            Columns.instantOrNull(row.getString(11)),
            row.getString(12),
            row.getInt(13),
            row.getString(14),
            row.getLong(15));
    var reading =
        new Reading(
            row.getString(1),
            Pollutant.valueOf(row.getString(3)),
            Averaging.valueOf(row.getString(4)),
            Columns.instant(row.getLong(2)),
            new BigDecimal(row.getString(5)),
            Flag.valueOf(row.getString(6)),
            receipt);
    return new PlacedReading(reading, Columns.placement(row.getString(7), row.getString(8)));
  }

  private static String cursorOf(PlacedReading placed) {
    Reading r = placed.reading();
    return Cursor.of(micros(r.time()), r.station(), r.pollutant().name(), r.averaging().name());
  }
}
