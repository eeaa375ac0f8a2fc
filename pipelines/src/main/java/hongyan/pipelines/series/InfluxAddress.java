package hongyan.pipelines.series;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An InfluxDB, of version 1, 2 or 3.
 *
 * @param url for example {@code http://127.0.0.1:8086}
 * @param database name of the database, in version 2 of the bucket
 * @param user null where the server asks for none; of version 2 the organisation
 * @param password of version 1, the token of version 2 and 3
 */
public record InfluxAddress(
    String url, String database, @Nullable String user, @Nullable String password)
    implements Serializable {

  /** Without the password. */
  @Override
  public String toString() {
    return url + " (database " + database + ")";
  }
}
