package hongyan.service.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a web font to the TrueType font that it was made of.
 *
 * <p>Source: W3C Recommendation WOFF File Format 1.0, sections 3 to 5: a header of 44 bytes, a
 * directory with 20 bytes a table, and the tables, each compressed by zlib or as it is.
 */
final class Woff {
  private static final int SIGNATURE = 0x774F4646;
  private static final int HEADER = 44;
  private static final int ENTRY = 20;

  private Woff() {}

  private record Table(int tag, int checksum, byte[] content) {
    int padded() {
      return content.length + 3 & ~3;
    }
  }

  /**
   * Returns the TrueType font.
   *
   * @throws IllegalArgumentException if this is no web font of version 1
   */
  static byte[] unpack(byte[] woff) {
    ByteBuffer in = ByteBuffer.wrap(woff);
    if (woff.length < HEADER || in.getInt(0) != SIGNATURE) {
      throw new IllegalArgumentException("no WOFF font");
    }
    Table[] tables = new Table[in.getShort(12)];
    for (int i = 0; i < tables.length; i++) {
      tables[i] = table(in, HEADER + ENTRY * i);
    }
    return font(in.getInt(4), tables);
  }

  private static Table table(ByteBuffer in, int entry) {
    byte[] packed = new byte[in.getInt(entry + 8)];
    in.get(in.getInt(entry + 4), packed);
    byte[] content = new byte[in.getInt(entry + 12)];
    if (packed.length == content.length) {
      content = packed;
    } else {
      inflate(packed, content);
    }
    return new Table(in.getInt(entry), in.getInt(entry + 16), content);
  }

  private static void inflate(byte[] packed, byte[] content) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      if (inflater.inflate(content) != content.length) {
        throw new IllegalArgumentException("a table of the font is too short");
      }
    } catch (DataFormatException broken) {
      throw new IllegalArgumentException("a table of the font is broken", broken);
    } finally {
      inflater.end();
    }
  }

  private static byte[] font(int flavor, Table[] tables) {
    int offset = 12 + 16 * tables.length;
    int power = 31 - Integer.numberOfLeadingZeros(tables.length);
    ByteBuffer head = ByteBuffer.allocate(offset);
    head.putInt(flavor).putShort((short) tables.length);
    head.putShort((short) (16 << power)).putShort((short) power);
    head.putShort((short) (16 * tables.length - (16 << power)));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Table table : tables) {
      head.putInt(table.tag).putInt(table.checksum).putInt(offset).putInt(table.content.length);
      body.write(table.content, 0, table.content.length);
      body.write(new byte[3], 0, table.padded() - table.content.length);
      offset += table.padded();
    }
    return ByteBuffer.allocate(offset).put(head.array()).put(body.toByteArray()).array();
  }
}
