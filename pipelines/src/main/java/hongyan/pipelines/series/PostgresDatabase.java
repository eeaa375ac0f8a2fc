package hongyan.pipelines.series;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database of a PostgreSQL server, which many processes write at once. Each holds at most 16
 * connections that read and one for each of its writers; those that are idle are kept for the next.
 *
 * <p>A connection on which anything failed is closed, and with it those that are idle: after a
 * restart of the server they are all dead. The next call opens a new one.
 */
final class PostgresDatabase implements SeriesDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);

  /**
   * How long an answer may take: a server that is gone without a word must not hold us for ever,
   * and not so long that Flink takes the machine for stuck, which it does after three minutes.
   */
  private static final int PATIENCE_MILLIS = 120_000;

  private static final int READERS = 16;
  private static final int IDLE = 8;

  /** The lock that writers share and a deletion has alone: "hongyan" in numbers, 1. */
  private static final String DELETIONS = "(486796, 1)";

  private static final Map<PostgresLogin, PostgresDatabase> OPEN = new HashMap<>();

  private final PostgresLogin login;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
  private final Semaphore readers = new Semaphore(READERS, true);
  private int users;

  private PostgresDatabase(PostgresLogin login) {
    this.login = login;
  }

  static PostgresDatabase open(SeriesAddress address) {
    PostgresLogin login = PostgresLogin.of(address);
    synchronized (OPEN) {
      PostgresDatabase shared = OPEN.computeIfAbsent(login, PostgresDatabase::prepare);
      shared.users++;
      return shared;
    }
  }

  private static PostgresDatabase prepare(PostgresLogin login) {
    PostgresStart.prepare(login);
    return new PostgresDatabase(login);
  }

  @Override
  public void release() {
    synchronized (OPEN) {
      if (--users > 0) {
        return;
      }
      OPEN.remove(login);
    }
    closeIdle();
  }

  @Override
  public <R> R read(Work<R> work) {
    readers.acquireUninterruptibly();
    try {
      return on(true, work);
    } finally {
      readers.release();
    }
  }

  @Override
  public <R> R write(Work<R> work) {
    return transaction("pg_advisory_xact_lock_shared", work);
  }

  @Override
  public void erase(Work<?> limits, List<Erasing> texts) {
    transaction("pg_advisory_xact_lock", limits);
    for (Erasing erasing : texts) {
      long pages = read(connection -> PostgresErasure.pages(connection, erasing.place()));
      for (long page = 0; page < pages; ) {
        long from = page;
        page = write(connection -> PostgresErasure.erase(connection, erasing, from));
      }
    }
    texts.stream().map(erasing -> erasing.place().table()).distinct().forEach(this::cleanUp);
  }

  /** What was replaced is still in the table's file until the server has cleaned that up. */
  private void cleanUp(String table) {
    try {
      on(true, connection -> execute(connection, "VACUUM " + table));
    } catch (SeriesException e) {
      LOG.warn("{}: no longer waiting for table {} to be cleaned up", login, table, e);
    }
  }

  @Override
  public String contains(String column) {
    return "strpos(" + column + ", ?) > 0";
  }

  @Override
  public String join() {
    return "JOIN";
  }

  /**
   * Locks first: a writer that reads what is deleted, waits, and writes would otherwise bring back
   * what a deletion has taken in between.
   */
  private <R> R transaction(String lock, Work<R> work) {
    return on(
        false,
        connection -> {
          execute(connection, "SELECT " + lock + DELETIONS);
          R result = work.on(connection);
          connection.commit();
          return result;
        });
  }

  private <R> R on(boolean autoCommit, Work<R> work) {
    boolean whole = false;
    Connection connection = null;
    try {
      Connection pooled = idle.poll();
      connection = pooled == null ? login.connect() : pooled;
      connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
      connection.setAutoCommit(autoCommit);
      R result = work.on(connection);
      whole = true;
      return result;
    } catch (SQLException e) {
      closeIdle();
      throw new SeriesException(login, e);
    } finally {
      if (connection != null) {
        giveBack(connection, whole);
      }
    }
  }

  private void giveBack(Connection connection, boolean whole) {
    boolean open;
    synchronized (OPEN) {
      open = users > 0;
    }
    if (whole && open && idle.size() < IDLE) {
      idle.add(connection);
    } else {
      close(connection);
    }
  }

  private void closeIdle() {
    for (Connection each = idle.poll(); each != null; each = idle.poll()) {
      close(each);
    }
  }

  /** The server rolls back what was begun on it. */
  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing is left to be done with it: what failed on it has been thrown.
    }
  }

  private static boolean execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }
}
