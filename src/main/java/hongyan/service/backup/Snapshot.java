package hongyan.service.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Takes a backup of a state folder. The databases keep how far they read the log, so they go before
 * it and find in the copy whatever they have not read. Attachments are in their place before a
 * record names them, so they go after it; keys go last, so that whatever is sealed or signed has
 * its own.
 */
final class Snapshot {
  private final Path state;
  private final Set<OutsideParts> outside;
  private final BackupFolder to;
  private final Clock clock;

  Snapshot(Path state, Set<OutsideParts> outside, BackupFolder to, Clock clock) {
    this.state = state;
    this.outside = outside;
    this.to = to;
    this.clock = clock;
  }

  /** Copies everything but the manifest, which it returns. */
  Manifest take(String program) throws IOException, BackupFault {
    Instant began = clock.instant();
    Set<String> attachments = StateContents.attachments(state);
    database(StateContents.CHAIN);
    if (!outside.contains(OutsideParts.DATABASE)) {
      database(StateContents.SERVICE);
    }
    List<Manifest.Partition> log =
        outside.contains(OutsideParts.LOG)
            ? List.of()
            : new LogCopy(state.resolve(StateContents.LOG), to).copy();
    attachments.addAll(StateContents.attachments(state));
    for (String path : attachments) {
      attachment(path);
    }
    for (String path : StateContents.others(state)) {
      to.copy(state.resolve(path), path);
    }
    for (String key : StateContents.keys(state)) {
      to.copy(state.resolve(key), key);
    }
    List<String> settings = outside.stream().map(OutsideParts::setting).toList();
    return new Manifest(program, began, clock.instant(), to.entries(), log, settings);
  }

  private void database(String name) throws IOException, BackupFault {
    DatabaseCopy.write(state.resolve(name), to.open(name));
    to.add(name);
  }

  /** One that was there at the beginning and is gone has a tombstone that is not in the backup. */
  private void attachment(String path) throws IOException, BackupFault {
    try {
      to.copy(state.resolve(path), path);
    } catch (NoSuchFileException deleted) {
      throw new BackupFault(
          "备份期间附件 %s 被删除，请重新备份".formatted(path),
          "%s was deleted meanwhile; take the backup again".formatted(path));
    }
  }

  /** Returns about how many bytes there are to copy. */
  long size() throws IOException {
    try (var files = Files.walk(state)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> isTaken(StateContents.slashed(state, file)))
          .mapToLong(Snapshot::size)
          .sum();
    }
  }

  private static boolean isTaken(String path) {
    return !path.startsWith("checkpoints/")
        && !path.startsWith("series.db")
        && !path.endsWith("index");
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException goneMeanwhile) {
      return 0;
    }
  }
}
