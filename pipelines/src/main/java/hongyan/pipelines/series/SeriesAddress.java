package hongyan.pipelines.series;

import java.io.Serializable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the series store is. Travels to each machine that writes to it, so it holds what they need
 * to log in.
 *
 * @param database JDBC address of the database of all tables, {@code jdbc:sqlite:PATH} or {@code
 *     jdbc:postgresql://HOST:PORT/NAME}
 * @param user null where the database asks for none
 * @param influx where readings, figures and counts are instead, or null when they are in the
 *     database too
 */
public record SeriesAddress(
    String database,
    @Nullable String user,
    @Nullable String password,
    @Nullable InfluxAddress influx)
    implements Serializable {

  /** Returns the address of a store that is one file. */
  public static SeriesAddress of(Path file) {
    return new SeriesAddress("jdbc:sqlite:" + file.toAbsolutePath().normalize(), null, null, null);
  }

  /** Without the passwords, wherever they are. */
  @Override
  public String toString() {
    return influx == null ? shown(database) : shown(database) + " and " + influx;
  }

  /** Returns a JDBC address without its parameters and whom it names, which may hold a password. */
  static String shown(String database) {
    return database.replaceFirst("[?;].*", "").replaceFirst("//.*@", "//");
  }
}
