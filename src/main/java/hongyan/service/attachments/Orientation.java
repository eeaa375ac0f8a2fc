package hongyan.service.attachments;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The one thing of a photo's Exif (tag 0x0112 of its first directory) that a copy has to keep. */
final class Orientation {
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int TAG = 0x0112;

  private Orientation() {}

  /** Returns 1 to 8; 1, upright, where the segment is no Exif or says nothing. */
  static int of(byte[] segment) {
    try {
      ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice();
      tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int at = tiff.getInt(4);
      int entries = Short.toUnsignedInt(tiff.getShort(at));
      for (int i = 0; i < entries; i++) {
        int entry = at + 2 + 12 * i;
        if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
          int value = tiff.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
      return 1;
    } catch (IndexOutOfBoundsException | BufferUnderflowException notExif) {
      return 1;
    }
  }

  /** Returns an Exif segment that says nothing else. */
  static byte[] exif(int orientation) {
    ByteBuffer segment = ByteBuffer.allocate(EXIF.length + 26);
    segment.put(EXIF).putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
    segment.putShort((short) 1).putShort((short) TAG).putShort((short) 3).putInt(1);
    segment.putShort((short) orientation).putShort((short) 0).putInt(0);
    return segment.array();
  }
}
