package hongyan.service.doors.forms;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a body into text, strictly: a byte that means nothing is a fault. */
public final class BodyText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private BodyText() {}

  /**
   * Returns the text without a byte order mark.
   *
   * @throws BodyFault when the bytes are not of that charset, with the line and the byte, and with
   *     a hint where they look like GBK sent as UTF-8; when the body is empty
   */
  public static String decode(byte[] body, Charset charset) {
    String text = new String(body, charset);
    // The quick way cannot tell a replacement character that was sent from one that it put in.
    if (text.indexOf(REPLACEMENT) >= 0) {
      int malformed = firstMalformed(body, charset);
      if (malformed >= 0) {
        throw fault(body, charset, malformed);
      }
    }
    String content = text.startsWith("" + BYTE_ORDER_MARK) ? text.substring(1) : text;
    if (content.isBlank()) {
      throw new BodyFault(Rule.BODY_EMPTY, null, null);
    }
    return content;
  }

  private static BodyFault fault(byte[] body, Charset charset, int malformed) {
    int line = 1;
    for (int i = 0; i < malformed; i++) {
      if (body[i] == '\n') {
        line++;
      }
    }
    boolean gbk = charset.equals(StandardCharsets.UTF_8) && looksLikeGbk(body);
    Rule rule = gbk ? Rule.GBK_NOT_UTF_8 : Rule.MALFORMED_ENCODING;
    return new BodyFault(line, new Fault(null, charset.name(), rule, line + ":" + malformed));
  }

  /** Returns the offset of the first byte that means nothing, or -1. */
  private static int firstMalformed(byte[] body, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(body);
    CharBuffer out = CharBuffer.allocate(8192);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
      out.clear();
    }
  }

  private static boolean looksLikeGbk(byte[] body) {
    Charset gbk = Charset.forName("GB18030");
    return firstMalformed(body, gbk) < 0
        && new String(body, gbk).chars().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
  }
}
