package hongyan.service.evidence.verify;

import hongyan.service.evidence.verify.ZipFault.Rule;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP file, read strictly and in place: nothing is ever unpacked to disk, and whatever one reader
 * may see otherwise than another (two files of a name, names that differ, bytes between files) is
 * refused. Source: PKWARE APPNOTE 6.3. Without ZIP64. Not thread-safe.
 */
final class ZipPackage implements AutoCloseable {
  private static final int END = 0x06054b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int UNIX = 3;
  private static final int DESCRIPTOR = 8;
  private static final Set<Integer> REGULAR = Set.of(0, 0x8000, 0x4000);
  private static final int CHUNK = 64 * 1024;

  private final FileChannel channel;
  private final Limits limits;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long endAt;

  private record Entry(
      String name, int method, int flags, long packed, long size, long crc, long header) {}

  /** Bytes of the file that no entry may claim twice. */
  private record Span(String name, long from, long to, boolean described) {}

  private ZipPackage(FileChannel channel, Limits limits) {
    this.channel = channel;
    this.limits = limits;
  }

  static ZipPackage open(Path file, Limits limits) throws IOException, ZipFault {
    FileChannel channel = FileChannel.open(file);
    try {
      ZipPackage zip = new ZipPackage(channel, limits);
      zip.readDirectory();
      return zip;
    } catch (IOException | ZipFault | RuntimeException e) {
      channel.close();
      if (e instanceof EOFException || e instanceof IndexOutOfBoundsException) {
        throw new ZipFault(Rule.NOT_A_ZIP, null);
      }
      throw e;
    }
  }

  /** Returns the names of the files, in the order of the directory. */
  Set<String> names() {
    return entries.keySet();
  }

  long size(String name) {
    return entries.get(name).size();
  }

  long crc(String name) {
    return entries.get(name).crc();
  }

  private void readDirectory() throws IOException, ZipFault {
    ByteBuffer end = findEnd();
    int count = end.getShort(10) & 0xFFFF;
    long length = end.getInt(12) & 0xFFFF_FFFFL;
    long start = end.getInt(16) & 0xFFFF_FFFFL;
    long directoryEnd = start + length;
    if (directoryEnd != endAt || count == 0xFFFF || start == 0xFFFF_FFFFL) {
      throw new ZipFault(count == 0xFFFF ? Rule.TOO_MANY_FILES : Rule.NOT_A_ZIP, null);
    }
    if (count > limits.files() || length > Integer.MAX_VALUE / 2) {
      throw new ZipFault(Rule.TOO_MANY_FILES, null);
    }
    ByteBuffer directory = read(start, (int) length);
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entry(directory, spans);
    }
    if (directory.hasRemaining()) {
      throw new ZipFault(Rule.HIDDEN_BYTES, null);
    }
    checkSpans(spans, start);
    checkSizes();
  }

  private ByteBuffer findEnd() throws IOException, ZipFault {
    long size = channel.size();
    int tail = (int) Math.min(size, 22 + 0xFFFF);
    ByteBuffer bytes = read(size - tail, tail);
    for (int at = tail - 22; at >= 0; at--) {
      if (bytes.getInt(at) == END && (bytes.getShort(at + 20) & 0xFFFF) == tail - 22 - at) {
        endAt = size - tail + at;
        return bytes.position(at).slice().order(ByteOrder.LITTLE_ENDIAN);
      }
    }
    throw new ZipFault(Rule.NOT_A_ZIP, null);
  }

  private void entry(ByteBuffer directory, List<Span> spans) throws IOException, ZipFault {
    int at = directory.position();
    if (directory.getInt(at) != CENTRAL) {
      throw new ZipFault(Rule.NOT_A_ZIP, null);
    }
    int nameLength = directory.getShort(at + 28) & 0xFFFF;
    byte[] name = new byte[nameLength];
    directory.position(at + 46).get(name);
    directory.position(
        at
            + 46
            + nameLength
            + (directory.getShort(at + 30) & 0xFFFF)
            + (directory.getShort(at + 32) & 0xFFFF));
    Entry entry =
        new Entry(
            new String(name, StandardCharsets.UTF_8),
            directory.getShort(at + 10),
            directory.getShort(at + 8),
            directory.getInt(at + 20) & 0xFFFF_FFFFL,
            directory.getInt(at + 24) & 0xFFFF_FFFFL,
            directory.getInt(at + 16) & 0xFFFF_FFFFL,
            directory.getInt(at + 42) & 0xFFFF_FFFFL);
    checkKind(entry, directory.getShort(at + 4) >> 8 & 0xFF, directory.getInt(at + 38) >>> 16);
    spans.add(span(entry, name));
    boolean isFolder = entry.name().endsWith("/");
    if (entries.containsKey(entry.name()) || isFolder && entry.size() > 0) {
      throw new ZipFault(Rule.DUPLICATE_NAME, entry.name());
    }
    if (!isFolder) {
      entries.put(entry.name(), entry);
    }
  }

  private static void checkKind(Entry entry, int madeBy, int mode) throws ZipFault {
    String name = entry.name();
    if ((entry.flags() & 1) != 0) {
      throw new ZipFault(Rule.ENCRYPTED, name);
    }
    if (entry.method() != STORED && entry.method() != DEFLATED) {
      throw new ZipFault(Rule.UNKNOWN_METHOD, name);
    }
    if (madeBy == UNIX && !REGULAR.contains(mode & 0xF000)) {
      throw new ZipFault(Rule.SYMBOLIC_LINK, name);
    }
    boolean climbs =
        name.isEmpty()
            || name.startsWith("/")
            || name.contains("\\")
            || name.contains("//")
            || name.matches("(?s)^[A-Za-z]:.*")
            || name.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == 0xFFFD);
    for (String part : name.split("/")) {
      climbs |= part.equals("..") || part.equals(".");
    }
    if (climbs) {
      throw new ZipFault(Rule.PATH_CLIMBS, name);
    }
  }

  /** Reads the header in place; what both say must be the same. */
  private Span span(Entry entry, byte[] name) throws IOException, ZipFault {
    ByteBuffer local = read(entry.header(), 30 + name.length);
    byte[] localName = new byte[name.length];
    local.get(30, localName);
    boolean same =
        local.getInt(0) == LOCAL
            && local.getShort(8) == entry.method()
            && local.getShort(26) == (short) name.length
            && java.util.Arrays.equals(localName, name);
    if (!same) {
      throw new ZipFault(Rule.NAME_DIFFERS, entry.name());
    }
    long data = entry.header() + 30 + name.length + (local.getShort(28) & 0xFFFF);
    boolean described = (entry.flags() & DESCRIPTOR) != 0;
    return new Span(entry.name(), entry.header(), data + entry.packed(), described);
  }

  /** The entries must lie one after the other from the first byte to the directory. */
  private static void checkSpans(List<Span> spans, long directory) throws ZipFault {
    spans.sort(Comparator.comparingLong(Span::from));
    long at = 0;
    boolean described = false;
    for (Span span : spans) {
      checkGap(span.name(), span.from() - at, described);
      at = span.to();
      described = span.described();
    }
    checkGap(null, directory - at, described);
  }

  private static void checkGap(@Nullable String next, long gap, boolean described) throws ZipFault {
    boolean fits = described ? gap == 12 || gap == 16 || gap == 20 || gap == 24 : gap == 0;
    if (!fits) {
      throw new ZipFault(gap < 0 ? Rule.ZIP_BOMB : Rule.HIDDEN_BYTES, next);
    }
  }

  private void checkSizes() throws IOException, ZipFault {
    long sum = 0;
    for (Entry entry : entries.values()) {
      sum += entry.size();
      if (entry.size() == 0xFFFF_FFFFL || sum > limits.bytes()) {
        throw new ZipFault(Rule.TOO_LARGE, entry.name());
      }
    }
    if (sum > Limits.SMALL && sum / Math.max(1, channel.size()) > limits.ratio()) {
      throw new ZipFault(Rule.ZIP_BOMB, null);
    }
  }

  /**
   * Writes a file's content to {@code out}, never more than its announced size.
   *
   * @return whether it could be read to exactly that size
   */
  boolean copy(String name, OutputStream out) throws IOException {
    Entry entry = entries.get(name);
    ByteBuffer local = read(entry.header(), 30);
    long data = entry.header() + 30 + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
    return entry.method() == STORED
        ? entry.packed() == entry.size() && stored(data, entry.size(), out)
        : inflated(data, entry, out);
  }

  private boolean stored(long data, long size, OutputStream out) throws IOException {
    for (long at = 0; at < size; ) {
      byte[] chunk = read(data + at, (int) Math.min(CHUNK, size - at)).array();
      out.write(chunk);
      at += chunk.length;
    }
    return true;
  }

  private boolean inflated(long data, Entry entry, OutputStream out) throws IOException {
    Inflater inflater = new Inflater(true);
    byte[] plain = new byte[CHUNK];
    long read = 0;
    long written = 0;
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int more = (int) Math.min(CHUNK, entry.packed() - read);
          if (more == 0) {
            return false;
          }
          inflater.setInput(read(data + read, more).array());
          read += more;
        }
        int count = inflater.inflate(plain);
        if (count == 0 && !inflater.needsInput() && !inflater.finished()
            || written + count > entry.size()) {
          return false;
        }
        out.write(plain, 0, count);
        written += count;
      }
      return written == entry.size() && inflater.getBytesRead() == entry.packed();
    } catch (DataFormatException damaged) {
      return false;
    } finally {
      inflater.end();
    }
  }

  /**
   * Returns a small file's content; what cannot be read to its end is returned as far as it goes.
   */
  byte[] content(String name, int largest) throws IOException, ZipFault {
    if (entries.get(name).size() > largest) {
      throw new ZipFault(Rule.TOO_LARGE, name);
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    copy(name, content);
    return content.toByteArray();
  }

  private ByteBuffer read(long at, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (at < 0 || channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("the file ends early");
      }
    }
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
