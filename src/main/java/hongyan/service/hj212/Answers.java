package hongyan.service.hj212;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Writes frames. */
final class Answers {
  private Answers() {}

  /**
   * Returns the answer to an upload (9014; HJ 212-2017, table 8): the upload's own {@code QN}, the
   * system's {@code ST}, no body. Its {@code Flag} states the sender's version and asks for
   * nothing.
   */
  static byte[] taken(Frame upload, Checksum checksum) {
    String text =
        "QN=%s;ST=91;CN=9014;PW=%s;MN=%s;Flag=%d;CP=&&&&"
            .formatted(
                upload.qn(),
                upload.pw() == null ? "" : upload.pw(),
                upload.mn(),
                upload.version().ordinal() << 2);
    return frame(text.getBytes(StandardCharsets.UTF_8), checksum);
  }

  /** Returns a whole frame around a data segment, with the line end that closes it. */
  static byte[] frame(byte[] data, Checksum checksum) {
    byte[] head = "##%04d".formatted(data.length).getBytes(StandardCharsets.US_ASCII);
    String digits = HexFormat.of().toHexDigits((short) checksum.of(data)).toUpperCase(Locale.ROOT);
    byte[] tail = (digits + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[head.length + data.length + tail.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(data, 0, whole, head.length, data.length);
    System.arraycopy(tail, 0, whole, head.length + data.length, tail.length);
    return whole;
  }
}
