package hongyan.pipelines.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * One database file: a single writing connection for the whole process, and as many reading ones as
 * are asked for at once. Sinks and readers of one process share it, so writers queue on a lock here
 * instead of failing on SQLite's.
 */
final class SqliteDatabase implements SeriesDatabase {

  static final String KIND = "jdbc:sqlite:";

  private static final Map<Path, SqliteDatabase> OPEN = new HashMap<>();
  private static final int IDLE_READERS = 8;

  private final Path path;
  private final Connection writer;
  private final ReentrantLock writing = new ReentrantLock();
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
  private int users;

  private SqliteDatabase(Path path) throws SQLException {
    this.path = path;
    this.writer = connect(path, false);
    SqliteErasure.prepare(writer);
  }

  /** Opens the file, or takes part in it where this process has it open already. */
  static SqliteDatabase open(Path file) {
    Path path = file.toAbsolutePath().normalize();
    synchronized (OPEN) {
      SqliteDatabase shared = OPEN.computeIfAbsent(path, SqliteDatabase::create);
      shared.users++;
      return shared;
    }
  }

  @Override
  public void release() {
    synchronized (OPEN) {
      if (--users > 0) {
        return;
      }
      OPEN.remove(path);
    }
    try {
      for (Connection reader = idle.poll(); reader != null; reader = idle.poll()) {
        reader.close();
      }
      writer.close();
    } catch (SQLException e) {
      throw new SeriesException(path, e);
    }
  }

  @Override
  public <R> R write(Work<R> work) {
    writing.lock();
    try {
      R result = work.on(writer);
      writer.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollback(e);
      throw e instanceof SQLException sql ? new SeriesException(path, sql) : (RuntimeException) e;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public <R> R read(Work<R> work) {
    try {
      Connection pooled = idle.poll();
      Connection reader = pooled == null ? connect(path, true) : pooled;
      boolean whole = false;
      try {
        R result = work.on(reader);
        whole = true;
        return result;
      } finally {
        giveBack(reader, whole);
      }
    } catch (SQLException e) {
      throw new SeriesException(path, e);
    }
  }

  @Override
  public void erase(Work<?> limits, List<Erasing> texts) {
    write(
        connection -> {
          try (var statement = connection.createStatement()) {
            // Without it the texts would stay in the file's free space.
            statement.execute("PRAGMA secure_delete = ON");
            limits.on(connection);
            for (Erasing erasing : texts) {
              SqliteErasure.erase(connection, erasing);
            }
            return statement.execute("PRAGMA secure_delete = OFF");
          }
        });
  }

  @Override
  public String contains(String column) {
    return "instr(" + column + ", ?) > 0";
  }

  /** Goes from the left to the right in any case, never through the whole table on the right. */
  @Override
  public String join() {
    return "CROSS JOIN";
  }

  private void giveBack(Connection reader, boolean whole) throws SQLException {
    boolean open;
    synchronized (OPEN) {
      open = users > 0;
    }
    if (whole && open && idle.size() < IDLE_READERS) {
      idle.add(reader);
    } else {
      reader.close();
    }
  }

  private void rollback(Exception cause) {
    try {
      writer.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static SqliteDatabase create(Path path) {
    try {
      Path folder = path.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      var file = new SqliteDatabase(path);
      file.makeTables();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new SeriesException(path, e);
    }
  }

  private void makeTables() throws SQLException {
    try (var statement = writer.createStatement()) {
      for (String sql : Schema.statements("schema.sql")) {
        statement.execute(sql);
      }
      addMissingColumns(statement);
      writer.commit();
    }
  }

  /** A file that an earlier version made has its tables already, without the newer columns. */
  private static void addMissingColumns(Statement statement) throws SQLException {
    for (Schema.Column column : Schema.LATER) {
      try (ResultSet found =
          statement.executeQuery(
              "SELECT 1 FROM pragma_table_info('%s') WHERE name = '%s'"
                  .formatted(column.table(), column.name()))) {
        if (found.next()) {
          continue;
        }
      }
      statement.execute(
          "ALTER TABLE %s ADD COLUMN %s %s"
              .formatted(column.table(), column.name(), column.definition()));
    }
  }

  private static Connection connect(Path path, boolean reading) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(10_000);
    config.setCacheSize(reading ? -4_000 : -32_000);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    Connection connection = DriverManager.getConnection(KIND + path, config.toProperties());
    if (reading) {
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA query_only = ON");
      }
    } else {
      connection.setAutoCommit(false);
    }
    return connection;
  }
}
