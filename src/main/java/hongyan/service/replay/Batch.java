package hongyan.service.replay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers records into bodies of at most {@value #MAX_RECORDS} records and {@value #MAX_BYTES}
 * bytes; a single record above that makes a body of its own. For one thread.
 */
final class Batch {
  static final int MAX_RECORDS = 5_000;
  static final int MAX_BYTES = 4_000_000;

  /** How records stand in a body: what comes before the first, between two, and after the last. */
  record Frame(String endpoint, String contentType, byte[] before, byte[] between, byte[] after) {

    /** Lines below a header; the header brings its own line end, each record too. */
    static Frame table(String endpoint, String contentType, byte[] header) {
      return new Frame(endpoint, contentType, header, new byte[0], new byte[0]);
    }

    static Frame ndjson(String endpoint) {
      return new Frame(endpoint, "application/x-ndjson", new byte[0], new byte[0], new byte[0]);
    }

    static Frame array(String endpoint) {
      return new Frame(endpoint, "application/json", utf8("["), utf8(",\n"), utf8("]"));
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private final Frame frame;
  private final Outlet outlet;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int records;
  private boolean begun;
  private @Nullable Instant firstTime;

  Batch(Frame frame, Outlet outlet) {
    this.frame = frame;
    this.outlet = outlet;
  }

  /**
   * Adds bytes that hold {@code count} records; {@code time}, asked only when a body begins with
   * them, gives the time of the first of these, or null.
   */
  void add(byte[] record, int count, Supplier<@Nullable Instant> time) {
    if (begun && (records + count > MAX_RECORDS || bytes.size() + record.length > MAX_BYTES)) {
      flush();
    }
    if (begun) {
      bytes.writeBytes(frame.between());
    } else {
      bytes.writeBytes(frame.before());
      firstTime = time.get();
      begun = true;
    }
    bytes.writeBytes(record);
    records += count;
  }

  void add(String line, @Nullable Instant time) {
    add((line + "\n").getBytes(StandardCharsets.UTF_8), 1, () -> time);
  }

  /** Gives out what is gathered, if anything. */
  void flush() {
    if (!begun) {
      return;
    }
    bytes.writeBytes(frame.after());
    Body body =
        new Body(frame.endpoint(), frame.contentType(), bytes.toByteArray(), records, firstTime);
    bytes.reset();
    records = 0;
    begun = false;
    outlet.body(body);
  }
}
