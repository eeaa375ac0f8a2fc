package hongyan.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import hongyan.pipelines.series.PostgresServer;
import hongyan.service.settings.SettingFault;
import java.io.IOException;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong setting of the database is told with its name, what was found and what is needed. */
class DatabaseCheckTest {
  private static final String SECRET = "s3cret-Passw0rd";

  @Test
  void isContentWithNoSettingAndWithAnEmptyDatabase() {
    assertThat(DatabaseCheck.dialect(new DatabaseSettings(null, null, null)))
        .isEqualTo(Dialect.SQLITE);
    String url = PostgresServer.shared().createDatabase();
    assertThatCode(() -> DatabaseCheck.check(right(url))).doesNotThrowAnyException();
    assertThatCode(() -> DatabaseCheck.check(right(ServiceDatabase.createDatabase())))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "postgresql://host/name",
        "jdbc:mysql://host:3306/hongyan",
        "jdbc:sqlite:/tmp/service.db",
        "jdbc:postgresql:name",
        "jdbc:postgresql://host:5432/",
        "jdbc:postgresql://hongyan:" + SECRET + "@host:5432/name",
        "jdbc:postgresql://host:5432/name?user=hongyan&password=" + SECRET
      })
  void knowsOneFormOfAddress(String url) {
    assertThat(message(new DatabaseSettings(url, "hongyan", SECRET)))
        .startsWith("hongyan.database.url: ")
        .contains("needed: ");
  }

  @Test
  void missesTheAddressWhereTheRestIsSet() {
    assertThat(message(new DatabaseSettings(null, "hongyan", SECRET)))
        .startsWith("hongyan.database.url: not set");
  }

  @Test
  void namesUserAndPasswordWhenTheServerDoesNotLetThemIn() {
    String url = PostgresServer.shared().createDatabase();
    assertThat(message(new DatabaseSettings(url, PostgresServer.USER, SECRET)))
        .startsWith("hongyan.database.user, hongyan.database.password: ")
        .contains("does not let \"hongyan\" in with this password");
    assertThat(message(new DatabaseSettings(url, PostgresServer.USER, null)))
        .startsWith("hongyan.database.password: not set");
  }

  @Test
  void namesTheDatabaseThatIsMissing() {
    assertThat(message(right(PostgresServer.shared().address("nowhere"))))
        .startsWith("hongyan.database.url: the server is there, but")
        .contains("/nowhere is not");
  }

  @Test
  void namesTheServerThatDoesNotAnswer() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:%d/hongyan_service".formatted(port);
    assertThat(message(new DatabaseSettings(url, "hongyan", SECRET)))
        .startsWith("hongyan.database.url: " + url + " does not answer");
  }

  @Test
  void namesTheVersionThatIsTooOld() {
    String url = PostgresServer.shared().createDatabase();
    assertThat(catchThrowable(() -> DatabaseCheck.check(right(url), 99)))
        .hasMessageStartingWith("hongyan.database.url: ")
        .hasMessageContaining("is PostgreSQL 1")
        .hasMessageEndingWith("needed: PostgreSQL 99 or later");
  }

  @Test
  void namesTheEncodingThatCannotHoldChinese() {
    PostgresServer server = PostgresServer.shared();
    server.execute(
        "CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'"
            + " LOCALE_PROVIDER libc");
    assertThat(message(right(server.address("ascii")))).contains("has the encoding SQL_ASCII");
  }

  @Test
  void namesTheRoleThatMayNotMakeTables() {
    PostgresServer server = PostgresServer.shared();
    server.execute("CREATE ROLE guest LOGIN PASSWORD '%s'".formatted(SECRET));
    String url = server.createDatabase();
    assertThat(message(new DatabaseSettings(url, "guest", SECRET)))
        .startsWith("hongyan.database.user: \"guest\" may not make tables in " + url);
  }

  @Test
  void doesNotMoveInWithOthers() {
    PostgresServer server = PostgresServer.shared();
    String url = server.createDatabase();
    ServiceDatabase.client(url).sql("CREATE TABLE somebody_elses (id INT)").update();
    assertThat(message(right(url))).contains("holds tables that are none of ours");
  }

  @Test
  void doesNotSayThePasswordAnywhere() {
    assertThat(new DatabaseSettings("u", "hongyan", SECRET).toString()).doesNotContain(SECRET);
  }

  private static DatabaseSettings right(String url) {
    return new DatabaseSettings(url, PostgresServer.USER, PostgresServer.PASSWORD);
  }

  private static @Nullable String message(DatabaseSettings settings) {
    Throwable wrong = catchThrowable(() -> DatabaseCheck.check(settings));
    assertThat(wrong).isInstanceOf(SettingFault.class).hasNoCause();
    assertThat(wrong.getMessage()).doesNotContain(SECRET);
    return wrong.getMessage();
  }
}
