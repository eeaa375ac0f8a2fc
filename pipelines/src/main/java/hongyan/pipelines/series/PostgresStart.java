package hongyan.pipelines.series;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What has to be so before the store is used: a server that fits, and its tables. */
final class PostgresStart {

  private static final int OLDEST = 14;

  /** Held while tables are made: many processes start at once. */
  private static final String TABLES = "SELECT pg_advisory_xact_lock(486796, 2)";

  private PostgresStart() {}

  /**
   * Looks the server over and makes the tables that are missing.
   *
   * @throws SeriesException naming the setting, what was found and what is needed
   */
  static void prepare(PostgresLogin login) {
    try (Connection connection = login.connect()) {
      checkVersion(login, connection);
      checkEncoding(login, connection);
      makeTables(login, connection);
    } catch (SQLException e) {
      throw refusal(login, e);
    }
  }

  private static void checkVersion(PostgresLogin login, Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
      throw SeriesException.refused(
          "hongyan.series.database: found PostgreSQL %s at %s; needed: version %d or later",
          connection.getMetaData().getDatabaseProductVersion(), login, OLDEST);
    }
  }

  private static void checkEncoding(PostgresLogin login, Connection connection)
      throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_encoding")) {
      row.next();
      if (!row.getString(1).equals("UTF8")) {
        throw SeriesException.refused(
            "hongyan.series.database: found a database with encoding %s at %s; needed: one with UTF8",
            row.getString(1), login);
      }
    }
  }

  private static void makeTables(PostgresLogin login, Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(TABLES);
      for (String sql : Schema.statements("schema-postgresql.sql")) {
        statement.execute(sql);
      }
      addMissingColumns(statement);
      connection.commit();
    } catch (SQLException e) {
      if ("42501".equals(e.getSQLState())) {
        throw SeriesException.refused(
            "hongyan.series.user: user %s may not make tables in %s (%s); needed: the owner of the database",
            login.user(), login, e.getMessage());
      }
      throw e;
    }
  }

  /** A store that an earlier version made has its tables already, without the newer columns. */
  private static void addMissingColumns(Statement statement) throws SQLException {
    for (Schema.Column column : Schema.LATER) {
      statement.execute(
          "ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s %s"
              .formatted(
                  column.table(),
                  column.name(),
                  column.definition().replace("TEXT", "TEXT COLLATE \"C\"")));
    }
  }

  private static SeriesException refusal(PostgresLogin login, SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("28") || state.equals("08004")) {
      return SeriesException.refused(
          "hongyan.series.user / hongyan.series.password: %s does not let user %s in (%s); needed: a user of that server, with the password",
          login, login.user(), e.getMessage());
    }
    if (state.equals("3D000")) {
      return SeriesException.refused(
          "hongyan.series.database: found no such database at %s (%s); needed: CREATE DATABASE there, owned by %s",
          login, e.getMessage(), login.user());
    }
    if (state.startsWith("08") || state.startsWith("57")) {
      return SeriesException.refused(
          "hongyan.series.database: found no PostgreSQL that answers at %s (%s); needed: jdbc:postgresql://HOST:PORT/NAME of one that runs",
          login, e.getMessage());
    }
    return new SeriesException(login, e);
  }
}
