package hongyan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Folders that a benchmark writes into and leaves nothing of. */
public final class Folders {
  private Folders() {}

  static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (var paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  /** Returns what a file, with those beside it that begin with its name, or a folder takes. */
  public static long bytes(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (var paths = Files.walk(path)) {
        return paths.filter(Files::isRegularFile).mapToLong(each -> each.toFile().length()).sum();
      }
    }
    String name = path.getFileName().toString();
    try (var paths = Files.list(path.toAbsolutePath().getParent())) {
      return paths
          .filter(each -> each.getFileName().toString().startsWith(name))
          .mapToLong(each -> each.toFile().length())
          .sum();
    }
  }
}
