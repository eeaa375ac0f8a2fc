package hongyan.service.cli;

import hongyan.service.backup.Restore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder of everything durable, locked while a service runs on it. A kill frees the lock. */
final class StateFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private StateFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static StateFolder open(Path folder) throws StartFailed {
    Path path = folder.toAbsolutePath().normalize();
    Optional<String> objection = Restore.findObjection(path);
    if (objection.isPresent()) {
      throw new StartFailed(
          "No service can run on the folder %s: %s".formatted(path, objection.get()));
    }
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(path);
      }
      return new StateFolder(path, channel);
    } catch (OverlappingFileLockException held) {
      throw inUse(path);
    } catch (IOException failure) {
      throw new StartFailed(
          "The state folder %s cannot be used: %s".formatted(path, failure), failure);
    }
  }

  private static StartFailed inUse(Path path) {
    return new StartFailed(
        "Another service runs on the state folder %s; stop it, or give --state another folder."
            .formatted(path));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
