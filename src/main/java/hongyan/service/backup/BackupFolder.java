package hongyan.service.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** The folder that a backup is written into, and the one of its keys where they go apart. */
final class BackupFolder {
  private final Path folder;
  private final Path keys;
  private final LongConsumer moved;
  private final Map<String, Manifest.Entry> entries = new LinkedHashMap<>();

  /**
   * @param moved hears how many bytes were copied
   */
  BackupFolder(Path folder, Path keys, LongConsumer moved) {
    this.folder = folder;
    this.keys = keys;
    this.moved = moved;
  }

  /** Returns where a file of a backup lies. */
  static Path place(Path folder, Path keys, String path) {
    return (StateContents.KEYS.contains(path) ? keys : folder).resolve(path);
  }

  /** Returns the place of a new file, in a folder that exists. */
  Path open(String path) throws IOException {
    Path place = place(folder, keys, path);
    FileCopy.createFolder(place.getParent());
    return place;
  }

  /** Copies a file as it is now. */
  Path copy(Path source, String path) throws IOException {
    Path place = open(path);
    String sha256 = FileCopy.copy(source, place, moved);
    entries.put(path, new Manifest.Entry(path, Files.size(place), sha256));
    return place;
  }

  /** Takes in a file that was written to its place. */
  void add(String path) throws IOException {
    Path place = place(folder, keys, path);
    FileCopy.flush(place);
    String sha256 = FileCopy.hash(place, moved);
    entries.put(path, new Manifest.Entry(path, Files.size(place), sha256));
  }

  /** Cuts a copied file. */
  void shorten(String path, long size) throws IOException {
    try (FileChannel channel =
        FileChannel.open(place(folder, keys, path), StandardOpenOption.WRITE)) {
      channel.truncate(size);
      channel.force(true);
    }
    String sha256 = FileCopy.hash(place(folder, keys, path), bytes -> {});
    entries.put(path, new Manifest.Entry(path, size, sha256));
  }

  /** Throws away what was copied below a folder, so that it can be copied anew. */
  void discard(String below) throws IOException {
    for (String path : List.copyOf(entries.keySet())) {
      if (path.startsWith(below + "/")) {
        entries.remove(path);
      }
    }
    Path discarded = folder.resolve(below);
    if (Files.isDirectory(discarded)) {
      try (var files = Files.list(discarded)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  List<Manifest.Entry> entries() {
    return List.copyOf(entries.values());
  }
}
