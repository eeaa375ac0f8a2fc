package hongyan.service.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds where the pipelines go on from. The mini cluster has no memory of its own: the newest
 * completed checkpoint in the folder is what it was doing when it ended, however it ended.
 */
final class Checkpoints {
  private static final int JOB_THEN_CHECKPOINT_THEN_FILE = 3;

  private Checkpoints() {}

  /**
   * Returns the newest completed checkpoint below {@code folder}; its metadata are written last.
   */
  static Optional<Path> findNewest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder, JOB_THEN_CHECKPOINT_THEN_FILE)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparing(Checkpoints::written))
          .map(Path::getParent);
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException removedMeanwhile) {
      return FileTime.fromMillis(0);
    }
  }
}
