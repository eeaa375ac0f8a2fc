package hongyan.geo.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a zip, read into memory within bounds. Nothing is ever written to a disk. */
record ZipFolder(Map<String, byte[]> files) {

  private static final int CHUNK = 16 * 1024;

  /** Reads the zip; names that are no UTF-8 are read as GBK, which Chinese Windows writes. */
  static ZipFolder of(byte[] bytes) {
    try {
      return read(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IOException notUtf8) {
      try {
        return read(bytes, Charset.forName("GBK"));
      } catch (IllegalArgumentException | IOException broken) {
        throw new UnreadableFile(
            "broken-zip", "the zip cannot be read: " + broken.getMessage(), broken);
      }
    }
  }

  /** Returns the names that end so, whatever their case. */
  List<String> listEnding(String suffix) {
    return files.keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(suffix))
        .toList();
  }

  /** Returns the file of that name, whatever its case. */
  Optional<byte[]> find(String name) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static ZipFolder read(byte[] bytes, Charset names) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long most =
        Math.max(
            FileLimits.HARMLESS_BYTES,
            Math.min(
                FileLimits.UNPACKED_BYTES, (long) bytes.length * FileLimits.UNPACKED_PER_BYTE));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), names)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = safe(entry.getName());
        if (files.size() == FileLimits.ZIP_ENTRIES) {
          throw new UnreadableFile(
              "too-large", "more than %d files in the zip".formatted(FileLimits.ZIP_ENTRIES));
        }
        if (!entry.isDirectory()) {
          byte[] content = content(zip, name, most);
          most -= content.length;
          files.put(name, content);
        }
      }
    }
    if (files.isEmpty()) {
      throw new UnreadableFile("broken-zip", "no file in the zip");
    }
    return new ZipFolder(files);
  }

  private static String safe(String name) {
    boolean leaves = name.replace('\\', '/').matches("(.*/)?\\.\\.(/.*)?");
    if (leaves || name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*")) {
      throw new UnreadableFile(
          "unsafe-path", "the zip names a file outside itself: '%s'".formatted(name));
    }
    return name;
  }

  private static byte[] content(InputStream in, String name, long most) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      content.write(chunk, 0, read);
      if (content.size() > most) {
        throw new UnreadableFile(
            "too-large",
            "'%s' unpacks to more than is allowed: %d MB in all, %d bytes of each byte packed"
                .formatted(name, FileLimits.UNPACKED_BYTES >> 20, FileLimits.UNPACKED_PER_BYTE));
      }
    }
    return content.toByteArray();
  }
}
