package hongyan.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks into the store of another process. */
record BareReader(Connection connection) implements AutoCloseable {

  static BareReader open(Path file) throws SQLException {
    return new BareReader(DriverManager.getConnection("jdbc:sqlite:" + file));
  }

  long countReadings() throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM reading")) {
      return result.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
