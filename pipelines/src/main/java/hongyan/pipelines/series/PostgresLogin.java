package hongyan.pipelines.series;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Which PostgreSQL database, and as whom. Prints without the password. */
record PostgresLogin(String address, @Nullable String user, @Nullable String password) {

  static PostgresLogin of(SeriesAddress address) {
    return new PostgresLogin(address.database(), address.user(), address.password());
  }

  /** Returns whether the driver can make sense of it. */
  static boolean isAddress(String database) {
    return database.startsWith("jdbc:postgresql:") && Driver.parseURL(database, null) != null;
  }

  /**
   * Opens a connection. Asks the driver itself: in a Flink cluster each job has a class loader of
   * its own, and {@link java.sql.DriverManager} knows the driver of the first only.
   */
  Connection connect() throws SQLException {
    var properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    properties.setProperty("ApplicationName", "hongyan");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "60");
    return new Driver().connect(address, properties);
  }

  /** The address without what follows the name of the database, which may be a password. */
  @Override
  public String toString() {
    return SeriesAddress.shown(address);
  }
}
