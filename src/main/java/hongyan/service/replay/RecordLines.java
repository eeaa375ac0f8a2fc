package hongyan.service.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into its records without decoding it, so that each goes on exactly as it stands, in
 * whatever encoding.
 *
 * <p>A record ends at a line feed; where quotes count, not at one inside quotes. A quote that is
 * never closed cannot swallow more than {@value Batch#MAX_BYTES} bytes. Always ends a record with a
 * line feed, also the last. A byte order mark is left out.
 */
final class RecordLines {
  private final InputStream in;
  private final boolean quotes;
  private boolean first = true;

  RecordLines(InputStream in, boolean quotes) {
    this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in);
    this.quotes = quotes;
  }

  /** Returns the next record with its line feed, blank lines left out, or null at the end. */
  byte @Nullable [] next() throws IOException {
    byte[] line = line();
    while (line != null && blank(line)) {
      line = line();
    }
    return line;
  }

  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    boolean quoted = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      quoted ^= quotes && b == '"';
      if (b == '\n' && (!quoted || line.size() > Batch.MAX_BYTES)) {
        return withoutMark(line.toByteArray());
      }
    }
    if (line.size() == 0) {
      return null;
    }
    line.write('\n');
    return withoutMark(line.toByteArray());
  }

  private byte[] withoutMark(byte[] line) {
    boolean marked =
        first
            && line.length >= 3
            && line[0] == (byte) 0xEF
            && line[1] == (byte) 0xBB
            && line[2] == (byte) 0xBF;
    first = false;
    return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != '\n' && b != '\r' && b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
