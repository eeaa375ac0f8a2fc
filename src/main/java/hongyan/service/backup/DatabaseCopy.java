package hongyan.service.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A snapshot of a SQLite file that others write to: one read transaction, so it is of one moment,
 * and in WAL mode no writer waits for it. {@code VACUUM INTO} rather than the online backup, which
 * begins again whenever another process has written.
 */
final class DatabaseCopy {
  private static final int PATIENCE_MILLIS = 10_000;

  private DatabaseCopy() {}

  /** Writes it to {@code target}, which must not exist. */
  static void write(Path database, Path target) throws IOException, BackupFault {
    FileCopy.createFile(target);
    String address = "jdbc:sqlite:%s?busy_timeout=%d".formatted(database, PATIENCE_MILLIS);
    try (Connection connection = DriverManager.getConnection(address);
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, target.toString());
      vacuum.execute();
    } catch (SQLException e) {
      throw new BackupFault(
          "%s 无法复制：%s".formatted(database, e.getMessage()),
          "%s cannot be copied: %s".formatted(database, e.getMessage()));
    }
  }
}
