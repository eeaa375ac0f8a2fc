package hongyan.service.evidence;

import hongyan.service.evidence.verify.BlockHashes;
import hongyan.service.evidence.verify.BlockHashes.Line;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the files of a bag into a ZIP stream and hashes them as they pass. Not thread-safe. */
final class BagZip implements AutoCloseable {
  /** What goes into a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private final ZipOutputStream zip;
  private final Instant time;
  private final Map<String, Line> lines = new TreeMap<>();

  BagZip(OutputStream out, Instant time) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.time = time;
  }

  /** Returns what was written so far, by name. */
  Map<String, Line> lines() {
    return lines;
  }

  void add(String name, String text) throws IOException {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void add(String name, byte[] content) throws IOException {
    add(name, true, out -> out.write(content));
  }

  /**
   * Adds a file.
   *
   * @param pack false for what is packed already, as photos are
   */
  void add(String name, boolean pack, Content content) throws IOException {
    zip.setLevel(pack ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(time.toEpochMilli());
    zip.putNextEntry(entry);
    BlockHashes hashes = new BlockHashes();
    content.writeTo(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            zip.write(bytes, offset, length);
            hashes.write(bytes, offset, length);
          }
        });
    zip.closeEntry();
    lines.put(name, hashes.line(name));
  }

  @Override
  public void close() throws IOException {
    zip.finish();
  }
}
