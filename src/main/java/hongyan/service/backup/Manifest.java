package hongyan.service.backup;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * What a backup holds. It is written last: a folder without it is no backup.
 *
 * @param program name and version of the program that took it
 * @param began everything that was acknowledged before is in it
 * @param finished nothing that came later is in it
 * @param outside settings of the parts that lie elsewhere and are not in it
 */
record Manifest(
    String program,
    Instant began,
    Instant finished,
    List<Entry> files,
    List<Partition> log,
    List<String> outside) {
  static final String NAME = "manifest.json";

  /** One file, by its path from the folder with {@code /} between names. */
  record Entry(String path, long size, String sha256) {}

  /**
   * What the log holds of one partition.
   *
   * @param records how many are in its files; fewer than its offsets where it is compacted
   * @param from offset of the first
   * @param to the offset after the last
   */
  record Partition(String topic, int partition, long records, long from, long to) {}

  /** Writes it into the folder, durable on return. */
  void write(Path folder) throws IOException {
    Path part = folder.resolve(NAME + ".part");
    FileCopy.createFile(part);
    Files.writeString(part, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    FileCopy.flush(part);
    Files.move(part, folder.resolve(NAME));
    FileCopy.flush(folder);
  }

  /** Reads that of a backup. Throws {@link BackupFault} when the folder is none. */
  static Manifest read(Path folder) throws IOException, BackupFault {
    try {
      return Json.MAPPER.readValue(Files.readString(folder.resolve(NAME)), Manifest.class);
    } catch (NoSuchFileException unfinished) {
      throw new BackupFault(
          "%s 中没有 %s：不是备份，或备份未完成".formatted(folder, NAME),
          "no %s in %s: no backup, or one that was not finished".formatted(NAME, folder));
    } catch (JacksonException unreadable) {
      throw new BackupFault(
          "%s 无法读取".formatted(NAME),
          "%s cannot be read: %s".formatted(NAME, unreadable.getOriginalMessage()));
    }
  }
}
