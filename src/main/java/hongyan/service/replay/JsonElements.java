package hongyan.service.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JSON document into the elements of its array, or gives its one object, without decoding:
 * each goes on exactly as it stands. Text that is broken comes out as it is, for the door to
 * refuse.
 */
final class JsonElements {
  private final InputStream in;

  JsonElements(InputStream in) {
    this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in);
  }

  /** Returns the next element, or null at the end. */
  byte @Nullable [] next() throws IOException {
    int b = in.read();
    // The outer brackets, commas, white space and a byte order mark stand between elements.
    while (b == '[' || b == ']' || b == ',' || (b >= 0 && b <= ' ') || b > 0x7F) {
      b = in.read();
    }
    return b < 0 ? null : element(b);
  }

  private byte[] element(int firstByte) throws IOException {
    ByteArrayOutputStream element = new ByteArrayOutputStream(512);
    int depth = 0;
    boolean quoted = false;
    boolean escaped = false;
    for (int b = firstByte; b >= 0; b = in.read()) {
      if (!quoted && depth == 0 && (b == ',' || b == ']') && element.size() > 0) {
        break;
      }
      element.write(b);
      if (!escaped && b == '"') {
        quoted = !quoted;
      }
      escaped = quoted && !escaped && b == '\\';
      depth += quoted ? 0 : step(b);
      if (depth == 0 && !quoted && b == '}') {
        break;
      }
    }
    return element.toByteArray();
  }

  private static int step(int b) {
    return switch (b) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }
}
