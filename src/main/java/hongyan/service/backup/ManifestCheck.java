package hongyan.service.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a backup is what was written: every file, its size and its hash, and no other file. */
final class ManifestCheck {
  private final Manifest manifest;
  private final Path from;
  private final Path keys;

  ManifestCheck(Manifest manifest, Path from, Path keys) {
    this.manifest = manifest;
    this.from = from;
    this.keys = keys;
  }

  /**
   * Throws {@link BackupFault} that names the first file that does not fit.
   *
   * @param moved hears how many bytes were read
   */
  void run(LongConsumer moved) throws IOException, BackupFault {
    for (Manifest.Entry entry : manifest.files()) {
      check(entry, moved);
    }
    Set<String> known =
        manifest.files().stream().map(Manifest.Entry::path).collect(Collectors.toSet());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(file -> !Files.isDirectory(file)).toList()) {
        String path = StateContents.slashed(from, file);
        if (!known.contains(path) && !path.equals(Manifest.NAME)) {
          throw fault(path, "不在清单中", "is not in the manifest");
        }
      }
    }
  }

  private void check(Manifest.Entry entry, LongConsumer moved) throws IOException, BackupFault {
    Path file = BackupFolder.place(from, keys, entry.path());
    if (!isPlain(entry.path())) {
      throw fault(entry.path(), "路径不允许", "is no path within the backup");
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw fault(
          entry.path(),
          StateContents.KEYS.contains(entry.path()) ? "缺失（密钥另存时用 --keys 指明）" : "缺失",
          "is missing"
              + (StateContents.KEYS.contains(entry.path())
                  ? " (where keys were kept apart, --keys says where)"
                  : ""));
    }
    if (Files.size(file) != entry.size()) {
      throw fault(
          entry.path(),
          "大小为 %d，应为 %d".formatted(Files.size(file), entry.size()),
          "has %d bytes, not %d".formatted(Files.size(file), entry.size()));
    }
    if (!FileCopy.hash(file, moved).equals(entry.sha256())) {
      throw fault(entry.path(), "内容已变（SHA-256 不符）", "is changed: its SHA-256 is another");
    }
  }

  private static boolean isPlain(String path) {
    Path relative = Path.of(path);
    return !relative.isAbsolute()
        && relative.normalize().equals(relative)
        && !path.isEmpty()
        && !relative.startsWith("..");
  }

  private static BackupFault fault(String path, String chinese, String english) {
    return new BackupFault(path + " " + chinese, path + " " + english);
  }
}
