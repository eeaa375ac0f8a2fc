package hongyan.service.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What release 0.1.0 left behind: its log, and a savepoint of its job (canonical form) that has
 * read all of it. Made by running that release on 2026-11-26, not by hand.
 */
final class EarlierRelease {
  private static final Path FOLDER = Path.of("test/resources/release-0.1.0");

  /** One record of its log. */
  record OnLog(String topic, int partition, String key, byte[] value) {
    private static OnLog of(String line) {
      String[] cells = line.split("\t", 5);
      return new OnLog(
          cells[0],
          Integer.parseInt(cells[1]),
          cells[3],
          cells[4].getBytes(StandardCharsets.UTF_8));
    }
  }

  private EarlierRelease() {}

  /** Returns its log, in the order of each partition. */
  static List<OnLog> log() throws IOException {
    return Files.readAllLines(FOLDER.resolve("log.tsv")).stream().map(OnLog::of).toList();
  }

  /** Copies the savepoint to where a service of today looks for what it goes on from. */
  static void copySavepoint(Path checkpoints) throws IOException {
    Path copy = Files.createDirectories(checkpoints.resolve("earlier/savepoint-of-0.1.0"));
    try (var files = Files.list(FOLDER.resolve("savepoint"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
  }
}
