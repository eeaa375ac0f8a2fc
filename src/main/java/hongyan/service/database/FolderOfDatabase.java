package hongyan.service.database;

import hongyan.service.settings.HongyanSettings;
import hongyan.service.settings.SecretFile;
import hongyan.service.settings.SettingFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a database and its state folder together. The folder has the keys that seal what stands in
 * the database, and the chain; with another folder, named by a slip of the hand, the service would
 * begin a second chain and seal with keys that nobody backs up. It also keeps two services on
 * folders of their own from one database.
 *
 * <p>Both hold the same id from the first start on. A database of a release before there was one
 * takes the folder that it is served with.
 */
@Component
class FolderOfDatabase {
  static final String FILE = "folder-id";

  private record Mark(String id, String path) {}

  FolderOfDatabase(JdbcClient database, Dialect dialect, HongyanSettings settings, Clock clock) {
    Path folder = settings.state().toAbsolutePath().normalize();
    if (dialect == Dialect.SQLITE && Files.exists(folder.resolve(DatabaseMove.MOVED))) {
      throw new SettingFault(
          "hongyan.database.url",
          "not set, and the database of %s was moved to PostgreSQL".formatted(folder),
          "its address, as in the file that was given to move-database");
    }
    Path file = folder.resolve(FILE);
    Optional<Mark> mark =
        database.sql("SELECT id, path FROM state_folder").query(Mark.class).optional();
    if (mark.isPresent() && !isMarked(file, mark.get().id())) {
      throw other(folder, mark.get());
    }
    // The file first: killed in between, it is the folder of a database that has none yet.
    String id = SecretFile.readOrWrite(file, () -> UUID.randomUUID().toString());
    if (mark.isEmpty()) {
      database
          .sql("INSERT INTO state_folder (id, path, since) VALUES (?, ?, ?)")
          .params(id, folder.toString(), clock.millis())
          .update();
    } else if (!mark.get().path().equals(folder.toString())) {
      database.sql("UPDATE state_folder SET path = ?").param(folder.toString()).update();
    }
  }

  private static boolean isMarked(Path file, String id) {
    return Files.exists(file) && SecretFile.readOrWrite(file, () -> id).equals(id);
  }

  private static SettingFault other(Path folder, Mark mark) {
    return new SettingFault(
        "--state",
        "%s is not the state folder of this database, which was last served with %s"
            .formatted(folder, mark.path()),
        "that folder or one restored from its backup; if it is lost for good, docs/operations.md");
  }
}
