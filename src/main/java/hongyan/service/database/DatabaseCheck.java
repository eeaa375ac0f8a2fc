package hongyan.service.database;

import hongyan.service.settings.SettingFault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the settings of the database before anything stands on it, so that a wrong one ends the
 * start with a sentence that names it. No message holds the password.
 */
final class DatabaseCheck {
  private static final String FORM = "jdbc:postgresql://HOST:PORT/NAME";
  private static final int OLDEST = 14;
  private static final int PATIENCE_SECONDS = 10;

  private static final String WHAT_IS_THERE =
      """
      SELECT current_setting('server_version_num')::INTEGER / 10000 AS version,
        current_setting('server_version') AS version_name,
        current_setting('server_encoding') AS encoding,
        pg_is_in_recovery() OR current_setting('default_transaction_read_only')::BOOLEAN AS read_only,
        current_user AS user_name, current_database() AS database,
        coalesce(has_schema_privilege(current_schema(), 'CREATE'), FALSE) AS may_create,
        to_regclass('flyway_schema_history') IS NOT NULL AS ours,
        (SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema())
          AS tables
      """;

  private DatabaseCheck() {}

  /** Returns what speaks there; throws {@link SettingFault} when it is nothing that we know. */
  static Dialect dialect(DatabaseSettings settings) {
    String url = settings.url();
    if (url == null) {
      if (settings.user() != null || settings.password() != null) {
        throw new SettingFault(
            "hongyan.database.url",
            "not set, but hongyan.database.user or .password is",
            FORM + ", or none of the three for service.db in the state folder");
      }
      return Dialect.SQLITE;
    }
    if (!url.matches("jdbc:postgresql://[^/?@\\s]+/[^/?@\\s]+(\\?.*)?")) {
      throw new SettingFault("hongyan.database.url", "\"%s\"".formatted(shown(url)), FORM);
    }
    if (url.matches("(?i).*[?&](user|password|sslpassword)=.*")) {
      throw new SettingFault(
          "hongyan.database.url",
          "%s with a user or a password in it".formatted(shown(url)),
          "these as hongyan.database.user and hongyan.database.password");
    }
    return Dialect.POSTGRESQL;
  }

  /** Logs in once and looks whether the service can live there. */
  static void check(DatabaseSettings settings) {
    check(settings, OLDEST);
  }

  static void check(DatabaseSettings settings, int oldest) {
    dialect(settings);
    String url = String.valueOf(settings.url());
    try (Connection connection = DriverManager.getConnection(url, logIn(settings));
        Statement statement = connection.createStatement();
        ResultSet there = statement.executeQuery(WHAT_IS_THERE)) {
      there.next();
      check(there, shown(url), oldest);
    } catch (SQLException failure) {
      throw explained(failure, settings);
    }
  }

  private static Properties logIn(DatabaseSettings settings) {
    Properties properties = new Properties();
    set(properties, "user", settings.user());
    set(properties, "password", settings.password());
    set(properties, "connectTimeout", Integer.toString(PATIENCE_SECONDS));
    set(properties, "socketTimeout", Integer.toString(PATIENCE_SECONDS));
    return properties;
  }

  private static void set(Properties properties, String name, @Nullable String value) {
    if (value != null) {
      properties.setProperty(name, value);
    }
  }

  private static void check(ResultSet there, String url, int oldest) throws SQLException {
    if (there.getInt("version") < oldest) {
      throw new SettingFault(
          "hongyan.database.url",
          "%s is PostgreSQL %s".formatted(url, there.getString("version_name")),
          "PostgreSQL %d or later".formatted(oldest));
    }
    if (!"UTF8".equals(there.getString("encoding"))) {
      throw new SettingFault(
          "hongyan.database.url",
          "%s has the encoding %s".formatted(url, there.getString("encoding")),
          "a database made with ENCODING 'UTF8'");
    }
    if (there.getBoolean("read_only")) {
      throw new SettingFault(
          "hongyan.database.url", url + " takes no writes", "the server that does, not a standby");
    }
    if (!there.getBoolean("may_create")) {
      throw new SettingFault(
          "hongyan.database.user",
          "\"%s\" may not make tables in %s".formatted(there.getString("user_name"), url),
          "the owner of the database");
    }
    if (!there.getBoolean("ours") && there.getInt("tables") > 0) {
      throw new SettingFault(
          "hongyan.database.url",
          "%s holds tables that are none of ours".formatted(url),
          "a database of its own, empty at first");
    }
  }

  private static SettingFault explained(SQLException failure, DatabaseSettings settings) {
    String url = shown(String.valueOf(settings.url()));
    String state = String.valueOf(failure.getSQLState());
    return switch (state) {
      case "28P01", "28000" ->
          new SettingFault(
              "hongyan.database.user, hongyan.database.password",
              "%s does not let \"%s\" in %s (%s)"
                  .formatted(
                      url,
                      settings.user() == null ? "" : settings.user(),
                      settings.password() == null ? "without a password" : "with this password",
                      firstLine(failure)),
              "a role of that server with its password, and a line in pg_hba.conf that allows it");
      case "3D000" ->
          new SettingFault(
              "hongyan.database.url",
              "the server is there, but %s is not".formatted(url),
              "a database that exists (CREATE DATABASE ... OWNER ...)");
      case "08001", "08004", "08006" ->
          settings.password() == null && firstLine(failure).contains("password")
              ? new SettingFault(
                  "hongyan.database.password",
                  "not set, and %s asks for one".formatted(url),
                  "the password of hongyan.database.user")
              : new SettingFault(
                  "hongyan.database.url",
                  "%s does not answer (%s)".formatted(url, firstLine(failure)),
                  "a PostgreSQL server that runs and can be reached from here");
      default ->
          new SettingFault(
              "hongyan.database.url",
              "%s cannot be used (%s, state %s)".formatted(url, firstLine(failure), state),
              "a PostgreSQL database that the service may log in to");
    };
  }

  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  /** The address without what may be secret in it. */
  private static String shown(String url) {
    return url.replaceAll("\\?.*", "").replaceAll("//[^/]*@", "//");
  }
}
