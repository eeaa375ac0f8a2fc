package hongyan.service.hj212;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * One frame as it came off the wire, nothing of it understood yet.
 *
 * @param data the data segment, as many bytes as the frame said
 * @param checksum the four digits behind it as they were sent
 * @param whole all of it, from {@code ##} to the checksum
 */
record Packet(byte[] data, int checksum, byte[] whole) {
  private static final Charset GBK = Charset.forName("GBK");

  /** Returns the frame as text, for people and for keeping. */
  String text() {
    return text(whole);
  }

  /**
   * Remarks come in UTF-8, as the standard asks, or in GBK; what is neither is kept byte by byte.
   */
  static String text(byte[] bytes) {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GBK}) {
      try {
        CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
        return text.toString();
      } catch (CharacterCodingException another) {
        continue;
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
