package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Columns.text;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

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

  private final SeriesDatabase database;

  ReadingTable(SeriesDatabase database) {
    this.database = database;
  }

  @Override
  public void write(List<PlacedReading> readings) {
    database.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          return Batch.write(
              connection,
              UPSERT,
              Batch.last(readings, placed -> placed.reading().identity()),
              (statement, reading) -> bind(statement, reading, deleted));
        });
  }

  @Override
  public Page<PlacedReading> list(ReadingQuery query, Paging paging) {
    var select = select(COLUMNS, query);
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), NUMBER, TEXT, TEXT, TEXT);
      select
          .andAll("r.time <= ?", last.subList(0, 1))
          .andAll("(r.time, r.station, r.pollutant, r.averaging) < (?, ?, ?, ?)", last);
    }
    select.then("ORDER BY r.time DESC, r.station DESC, r.pollutant DESC, r.averaging DESC");
    return database.read(c -> select.page(c, paging, ReadingTable::read, ReadingTable::cursorOf));
  }

  @Override
  public long count(ReadingQuery query) {
    return database.read(c -> select("count(*)", query).list(c, row -> row.getLong(1)).get(0));
  }

  private Select select(String columns, ReadingQuery query) {
    return new Select(columns + " FROM reading r")
        .and("r.station = ?", query.station())
        .and("r.county = ?", query.county())
        .and(
            "r.zones IS NOT NULL AND " + database.contains("r.zones"),
            Columns.zoneMark(query.zone()))
        .and("r.pollutant = ?", text(query.pollutant()))
        .and("r.time >= ?", microsOrNull(query.from()))
        .and("r.time < ?", microsOrNull(query.to()));
  }

  @Override
  public Map<String, PlacedReading> find(Collection<Reading> asked) {
    var all = new ArrayList<>(asked);
    return database.read(
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

  private List<PlacedReading> lookUp(Connection connection, List<Reading> keys)
      throws SQLException {
    String rows = "(?,?,?,?),".repeat(keys.size() - 1) + "(?,?,?,?)";
    String sql =
        "WITH k(station, time, pollutant, averaging) AS (VALUES %s) ".formatted(rows)
            + "SELECT %s FROM k %s reading r".formatted(COLUMNS, database.join())
            + " ON r.station = k.station AND r.time = k.time"
            + " AND r.pollutant = k.pollutant AND r.averaging = k.averaging";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int i = 1;
      for (Reading key : keys) {
        setText(statement, i++, key.station());
        statement.setLong(i++, micros(key.time()));
        setText(statement, i++, key.pollutant().name());
        setText(statement, i++, key.averaging().name());
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
    return database.read(
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
    return database.write(
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
    setText(statement, 1, reading.station());
    statement.setLong(2, micros(reading.time()));
    setText(statement, 3, reading.pollutant().name());
    setText(statement, 4, reading.averaging().name());
    setText(statement, 5, reading.value().toString());
    setText(statement, 6, reading.flag().name());
    setText(statement, 7, placed.placement().county());
    setText(statement, 8, Columns.zones(placed.placement()));
    setText(statement, 9, receipt.door());
    setText(statement, 10, receipt.receivedAt().toString());
    setText(statement, 11, text(receipt.modified()));
    setText(statement, 12, receipt.body());
    statement.setInt(13, receipt.line());
    setText(statement, 14, deleted.of("reading", receipt));
    statement.setLong(15, receipt.reference());
  }

  private static PlacedReading read(ResultSet row) throws SQLException {
    var receipt =
        new Receipt(
            getText(row, 9),
            Instant.parse(getText(row, 10)),
            Columns.instantOrNull(getText(row, 11)),
            getText(row, 12),
            row.getInt(13),
            getText(row, 14),
            row.getLong(15));
    var reading =
        new Reading(
            getText(row, 1),
            Pollutant.valueOf(getText(row, 3)),
            Averaging.valueOf(getText(row, 4)),
            Columns.instant(row.getLong(2)),
            new BigDecimal(getText(row, 5)),
            Flag.valueOf(getText(row, 6)),
            receipt);
    return new PlacedReading(reading, Columns.placement(getText(row, 7), getText(row, 8)));
  }

  private static String cursorOf(PlacedReading placed) {
    Reading r = placed.reading();
    return Cursor.of(micros(r.time()), r.station(), r.pollutant().name(), r.averaging().name());
  }
}
