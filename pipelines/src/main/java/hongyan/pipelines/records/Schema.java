package hongyan.pipelines.records;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The version of the form in which records stand on the log ({@code docs/log.md}): a whole number
 * in a header of each. It rises only when older readers would misread; fields that are added do not
 * raise it.
 */
public final class Schema {

  /** The form that this program writes. */
  public static final int VERSION = 1;

  /** Name of the header; its value is the number as text. */
  public static final String HEADER = "schema";

  private static final byte[] MARK = String.valueOf(VERSION).getBytes(StandardCharsets.UTF_8);

  private Schema() {}

  /** Marks a record that is about to be written. */
  public static void mark(Headers headers) {
    headers.add(HEADER, MARK.clone());
  }

  /** Returns the mark of a record, or null where there is none: releases before 0.2 wrote none. */
  public static @Nullable String markOf(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Throws when what is marked so is not to be read by this program. */
  public static void check(@Nullable String mark) throws UnreadableRecord {
    if (mark == null) {
      return;
    }
    int version;
    try {
      version = Integer.parseInt(mark);
    } catch (NumberFormatException noNumber) {
      throw UnreadableRecord.because("header %s=%s is no whole number".formatted(HEADER, mark));
    }
    if (version > VERSION) {
      throw UnreadableRecord.fromTheFuture(
          "%s=%d, this program reads up to %d".formatted(HEADER, version, VERSION));
    }
  }
}
