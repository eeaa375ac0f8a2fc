package hongyan.pipelines.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What whoever sets a PostgreSQL wrongly is told. */
class PostgresStartTest {

  private static final String SECRET = "s3cret-word";

  @Test
  void saysWhichUserIsNotLetIn() {
    String database = PostgresServer.shared().createDatabase();
    assertThat(refusal(database, PostgresServer.USER, SECRET))
        .startsWith("hongyan.series.user / hongyan.series.password: " + database)
        .contains("user hongyan", "password authentication failed");
    assertThat(refusal(database, PostgresServer.USER, null))
        .startsWith("hongyan.series.user / hongyan.series.password: ");
    assertThat(refusal(database, "nobody", SECRET)).contains("user nobody");
  }

  @Test
  void saysWhichDatabaseIsMissing() {
    String missing = PostgresServer.shared().address("nowhere");
    assertThat(refusal(missing, PostgresServer.USER, PostgresServer.PASSWORD))
        .startsWith("hongyan.series.database: found no such database at " + missing)
        .contains("CREATE DATABASE");
  }

  @Test
  void saysWhereNoServerAnswers() throws IOException {
    int nobodys;
    try (ServerSocket free = new ServerSocket(0)) {
      nobodys = free.getLocalPort();
    }
    assertThat(refusal("jdbc:postgresql://127.0.0.1:%d/x".formatted(nobodys), "u", SECRET))
        .startsWith("hongyan.series.database: found no PostgreSQL that answers")
        .contains(":" + nobodys, "jdbc:postgresql://HOST:PORT/NAME");
  }

  @Test
  void saysWhichVersionIsTooOld() throws IOException {
    try (var old = new OldPostgres()) {
      assertThat(refusal(old.address(), "u", SECRET))
          .startsWith("hongyan.series.database: found PostgreSQL 13.4 at " + old.address())
          .contains("needed: version 14");
    }
  }

  @Test
  void saysWhichEncodingTheDatabaseHas() {
    var server = PostgresServer.shared();
    server.execute(
        "CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'"
            + " LOCALE_PROVIDER libc");
    assertThat(refusal(server.address("ascii"), PostgresServer.USER, PostgresServer.PASSWORD))
        .startsWith("hongyan.series.database: found a database with encoding SQL_ASCII")
        .contains("UTF8");
  }

  @Test
  void saysWhoMayNotMakeTables() {
    var server = PostgresServer.shared();
    server.execute("CREATE USER guest PASSWORD '%s'".formatted(SECRET));
    assertThat(refusal(server.createDatabase(), "guest", SECRET))
        .startsWith("hongyan.series.user: user guest may not make tables")
        .contains("owner");
  }

  @Test
  void saysWhichAddressesAreKnownAndShowsNoPassword() {
    for (String unknown :
        List.of(
            "jdbc:mysql://u:s3cret-word@h/x?password=s3cret-word",
            "jdbc:postgresql://h:no-port/x?password=s3cret-word")) {
      assertThatThrownBy(() -> SeriesStore.open(new SeriesAddress(unknown, "u", SECRET, null)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("hongyan.series.database: found " + unknown.substring(0, 10))
          .hasMessageContaining("needed: jdbc:postgresql://HOST:PORT/NAME")
          .hasMessageNotContaining(SECRET);
    }
  }

  private static String refusal(String database, String user, @Nullable String password) {
    var address = new SeriesAddress(database, user, password, null);
    Throwable thrown = catchThrowable(() -> SeriesStore.open(address));
    assertThat(thrown).isInstanceOf(SeriesException.class).hasNoCause();
    assertThat(thrown.getMessage()).doesNotContain(SECRET, PostgresServer.PASSWORD);
    return thrown.getMessage();
  }
}
