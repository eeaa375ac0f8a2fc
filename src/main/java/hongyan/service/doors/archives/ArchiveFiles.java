package hongyan.service.doors.archives;

import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of an archive by their path below the folder that holds it all. Nothing is written to
 * the disk. Folders, hidden files and what a Mac adds are left out.
 */
final class ArchiveFiles {
  private static final int CHUNK = 64 * 1024;

  private final Map<String, byte[]> files;

  private ArchiveFiles(Map<String, byte[]> files) {
    this.files = files;
  }

  /**
   * Unpacks an archive.
   *
   * @throws BodyFault when it is no zip or a broken one, names a file outside itself, or unpacks to
   *     more than the limits allow
   */
  static ArchiveFiles unpack(byte[] zip, ArchiveLimits limits) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long left = limits.bytes();
    int entries = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++entries > limits.entries()) {
          throw tooLarge(limits.entries() + " files");
        }
        String path = path(entry.getName());
        byte[] content = content(in, left, limits);
        left -= content.length;
        if (!entry.isDirectory() && isData(path)) {
          files.put(path, content);
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      // An IllegalArgumentException is the JDK's word for a name that is not in UTF-8.
      throw new BodyFault(Rule.BROKEN_ARCHIVE, null, String.valueOf(broken.getMessage()));
    }
    if (entries == 0) {
      throw new BodyFault(Rule.BROKEN_ARCHIVE, null, "not a zip file");
    }
    return new ArchiveFiles(belowRoot(files));
  }

  Optional<byte[]> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  Map<String, byte[]> all() {
    return files;
  }

  private static byte[] content(ZipInputStream in, long left, ArchiveLimits limits)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      out.write(chunk, 0, read);
      if (out.size() > left) {
        throw tooLarge(limits.bytes() / 1_000_000 + " MB");
      }
    }
    return out.toByteArray();
  }

  private static BodyFault tooLarge(String most) {
    return new BodyFault(Rule.ARCHIVE_TOO_LARGE, null, most);
  }

  private static String path(String name) {
    String path = name.replace('\\', '/');
    boolean outside =
        path.startsWith("/")
            || path.matches("^[A-Za-z]:.*")
            || ("/" + path + "/").contains("/../")
            || path.indexOf('\0') >= 0;
    if (outside) {
      throw new BodyFault(0, new Fault(null, name, Rule.ARCHIVE_ENTRY_OUTSIDE, null));
    }
    return path;
  }

  private static boolean isData(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !name.startsWith(".") && !path.startsWith("__MACOSX/");
  }

  /** An archive may be packed with its folder around it: where meta.xml lies is its root. */
  private static Map<String, byte[]> belowRoot(Map<String, byte[]> files) {
    String root =
        files.keySet().stream()
            .filter(path -> path.equals(MetaFile.NAME) || path.endsWith("/" + MetaFile.NAME))
            .min(Comparator.comparingInt(String::length))
            .map(path -> path.substring(0, path.length() - MetaFile.NAME.length()))
            .orElse("");
    Map<String, byte[]> below = new LinkedHashMap<>();
    files.forEach(
        (path, content) -> {
          if (path.startsWith(root)) {
            below.put(path.substring(root.length()), content);
          }
        });
    return below;
  }
}
