package hongyan.pipelines.series;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The database that the tables of the store are in, shared by all of one process that open the same
 * address. What the two kinds say differently is asked of it here; all other SQL is the same.
 *
 * <p>Any thread may call. A database that does not answer throws {@link SeriesException} for that
 * call; the next one tries anew.
 */
interface SeriesDatabase {

  /** Something done on a connection, in a way that may be done again when it fails. */
  interface Work<R> {
    R on(Connection connection) throws SQLException;
  }

  /**
   * Opens what is at the address, its tables made when missing.
   *
   * @throws IllegalArgumentException when the address is of no kind that we know
   * @throws SeriesException when it cannot be opened; the message says what has to be set
   */
  static SeriesDatabase open(SeriesAddress address) {
    String database = address.database();
    if (database.startsWith(SqliteDatabase.KIND)) {
      return SqliteDatabase.open(Path.of(database.substring(SqliteDatabase.KIND.length())));
    }
    if (PostgresLogin.isAddress(database)) {
      return PostgresDatabase.open(address);
    }
    throw new IllegalArgumentException(
        ("hongyan.series.database: found %s; needed: jdbc:postgresql://HOST:PORT/NAME,"
                + " or nothing for a file in the state folder")
            .formatted(SeriesAddress.shown(database)));
  }

  /** Does {@code work} as one transaction, durable when this returns. */
  <R> R write(Work<R> work);

  /** Does {@code work} beside writers and other readers. */
  <R> R read(Work<R> work);

  /**
   * Does {@code limits} as a transaction that no write overlaps, so that every later one is held to
   * them, and puts the hash in the place of the raw texts.
   */
  void erase(Work<?> limits, List<Erasing> texts);

  /** Returns the condition that the text {@code ?} is within the text of {@code column}. */
  String contains(String column);

  /** Returns the word for a join that goes from the few rows on its left to those on its right. */
  String join();

  /** Ends one user's part; the last one closes it. */
  void release();
}
