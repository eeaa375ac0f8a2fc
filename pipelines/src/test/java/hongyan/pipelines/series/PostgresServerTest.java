package hongyan.pipelines.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

  @Test
  void keepsWhatWasWrittenWhenItIsKilledAndStartedAgain() throws SQLException {
    try (var server = PostgresServer.startNew()) {
      String address = server.createDatabase();
      try (var connection =
              DriverManager.getConnection(address, PostgresServer.USER, PostgresServer.PASSWORD);
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept (id INT)");
        server.kill();
        assertThat(connection.isValid(5)).isFalse();
      }
      server.start();
      try (var connection =
              DriverManager.getConnection(address, PostgresServer.USER, PostgresServer.PASSWORD);
          var rows = connection.createStatement().executeQuery("SELECT count(*) FROM kept")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isZero();
      }
    }
  }
}
