package hongyan.benchmarks;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The peer of the store: one table, two prepared statements, nothing around them. */
final class BareTable implements AutoCloseable {
  private static final int COLUMNS = 15;
  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS reading (station TEXT, time INTEGER, pollutant TEXT,"
          + " averaging TEXT, value TEXT, flag TEXT, county TEXT, zones TEXT, door TEXT,"
          + " received_at TEXT, modified TEXT, body TEXT, line INTEGER, raw TEXT,"
          + " reference INTEGER, PRIMARY KEY (station, time, pollutant, averaging)) WITHOUT ROWID";
  private static final String INSERT =
      "INSERT OR REPLACE INTO reading VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String SELECT =
      "SELECT * FROM reading WHERE station=? AND time=? AND pollutant=? AND averaging=?";

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement select;

  private BareTable(Connection connection) throws SQLException {
    this.connection = connection;
    insert = connection.prepareStatement(INSERT);
    select = connection.prepareStatement(SELECT);
  }

  static BareTable open(Path file, String synchronous) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = " + synchronous);
      statement.execute("PRAGMA cache_size = -32000");
      statement.execute(TABLE);
    }
    connection.setAutoCommit(false);
    return new BareTable(connection);
  }

  static Object[] row(PlacedReading placed) {
    Reading reading = placed.reading();
    return new Object[] {
      reading.station(),
      micros(reading.time()),
      reading.pollutant().name(),
      reading.averaging().name(),
      reading.value().toString(),
      reading.flag().name(),
      placed.placement().county(),
      null,
      reading.receipt().door(),
      reading.receipt().receivedAt().toString(),
      null,
      reading.receipt().body(),
      reading.receipt().line(),
      reading.receipt().raw(),
      reading.receipt().reference()
    };
  }

  /** Writes the rows as one transaction. */
  int write(List<Object[]> rows) throws SQLException {
    for (Object[] row : rows) {
      for (int i = 0; i < COLUMNS; i++) {
        insert.setObject(i + 1, row[i]);
      }
      insert.addBatch();
    }
    int written = insert.executeBatch().length;
    connection.commit();
    return written;
  }

  Optional<String> find(Reading reading) throws SQLException {
    select.setString(1, reading.station());
    select.setLong(2, micros(reading.time()));
    select.setString(3, reading.pollutant().name());
    select.setString(4, reading.averaging().name());
    try (ResultSet result = select.executeQuery()) {
      return result.next() ? Optional.of(result.getString("value")) : Optional.empty();
    }
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
