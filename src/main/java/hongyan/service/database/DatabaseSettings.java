package hongyan.service.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the service's own database is, when it is not {@code service.db} in the state folder.
 *
 * @param url JDBC address of a PostgreSQL database, {@code jdbc:postgresql://HOST:PORT/NAME}
 * @param user null where the server asks for none
 * @param password null where the server asks for none
 */
@ConfigurationProperties("hongyan.database")
public record DatabaseSettings(
    @Nullable String url, @Nullable String user, @Nullable String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[url=%s, user=%s]".formatted(url, user);
  }
}
