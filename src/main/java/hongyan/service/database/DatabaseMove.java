package hongyan.service.database;

import hongyan.service.database.TwinTable.Column;
import hongyan.service.settings.SettingFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Copies {@code service.db} into an empty database of PostgreSQL, every row of every table, in one
 * transaction: all of it is there or nothing. Nobody may serve the folder meanwhile.
 */
public final class DatabaseMove {
  /** What the file is called afterwards, so that no service goes on from it. */
  public static final String MOVED = "service.db.moved";

  static final String FILE = "service.db";
  private static final int BATCH = 1_000;

  private final Connection from;
  private final Connection to;

  private DatabaseMove(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Moves the database of a state folder.
   *
   * @return how many rows each table has
   * @throws SettingFault when the database cannot take them
   */
  public static Map<String, Long> run(Path state, DatabaseSettings settings)
      throws SQLException, IOException {
    DatabaseCheck.check(settings);
    Path file = state.resolve(FILE);
    DataSource sqlite = new DriverManagerDataSource("jdbc:sqlite:" + file);
    Map<String, Long> rows;
    migrate(sqlite, "sqlite");
    try (var postgresql = DatabaseConfiguration.postgresql(settings)) {
      migrate(postgresql, "postgresql");
      try (Connection from = sqlite.getConnection();
          Connection to = postgresql.getConnection()) {
        to.setAutoCommit(false);
        rows = new DatabaseMove(from, to).copyAll(settings);
        to.commit();
      }
    }
    Files.move(file, state.resolve(MOVED), StandardCopyOption.ATOMIC_MOVE);
    return rows;
  }

  private static void migrate(DataSource database, String dialect) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/" + dialect)
        .load()
        .migrate();
  }

  private Map<String, Long> copyAll(DatabaseSettings settings) throws SQLException {
    List<TwinTable> tables = TwinTable.list(to);
    for (TwinTable table : tables) {
      if (count(to, table) > 0) {
        throw new SettingFault(
            "hongyan.database.url",
            "%s has rows in %s already".formatted(settings.url(), table.name()),
            "a database that no service has used");
      }
    }
    Map<String, Long> rows = new LinkedHashMap<>();
    for (TwinTable table : tables) {
      copy(table);
      numberFromThereOn(table);
      if (count(to, table) != count(from, table)) {
        throw new IllegalStateException("rows of " + table.name() + " are missing");
      }
      rows.put(table.name(), count(to, table));
    }
    return rows;
  }

  private void copy(TwinTable table) throws SQLException {
    List<Column> columns = table.columns();
    String names =
        columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    String marks = String.join(", ", columns.stream().map(column -> "?").toList());
    String insert = "INSERT INTO %s (%s) VALUES (%s)".formatted(quoted(table), names, marks);
    try (Statement statement = from.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT %s FROM %s".formatted(names, quoted(table)));
        PreparedStatement write = to.prepareStatement(insert)) {
      for (long count = 1; row.next(); count++) {
        for (int at = 1; at <= columns.size(); at++) {
          write.setObject(at, columns.get(at - 1).value(row, at));
        }
        write.addBatch();
        if (count % BATCH == 0) {
          write.executeBatch();
        }
      }
      write.executeBatch();
    }
  }

  /** A number that SQLite has given is not given again, also when its row is gone. */
  private void numberFromThereOn(TwinTable table) throws SQLException {
    for (Column column : table.columns()) {
      long last =
          column.numbered()
              ? number(
                  from,
                  "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = '%s'"
                      .formatted(table.name()))
              : 0;
      if (last > 0) {
        number(
            to,
            "SELECT setval(pg_get_serial_sequence('%s', '%s'), %d)"
                .formatted(table.name(), column.name(), last));
      }
    }
  }

  private static long count(Connection database, TwinTable table) throws SQLException {
    return number(database, "SELECT count(*) FROM " + quoted(table));
  }

  private static long number(Connection database, String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  private static String quoted(TwinTable table) {
    return quoted(table.name());
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
