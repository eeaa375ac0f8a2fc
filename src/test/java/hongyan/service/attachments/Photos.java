package hongyan.service.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small photos for tests, with and without a place in their metadata. */
public final class Photos {
  public static final String SECRET = "112.0942E 25.2584N, camera of Zhang San";

  private Photos() {}

  public static byte[] jpeg() {
    return image("jpg");
  }

  public static byte[] png() {
    return image("png");
  }

  /** A JPEG turned by 90 degrees, with an Exif comment, XMP and a comment that tell the place. */
  public static byte[] jpegWithPlace() {
    byte[] plain = jpeg();
    byte[] exif = Orientation.exif(6);
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    byte[] full = Arrays.copyOf(exif, exif.length + secret.length);
    System.arraycopy(secret, 0, full, exif.length, secret.length);
    return join(
        Arrays.copyOf(plain, 2),
        segment(0xE1, full),
        segment(0xE1, ("http://ns.adobe.com/xap/1.0/\0" + SECRET).getBytes(StandardCharsets.UTF_8)),
        segment(0xFE, secret),
        Arrays.copyOfRange(plain, 2, plain.length),
        secret);
  }

  public static byte[] pngWithPlace() {
    byte[] plain = png();
    return join(
        Arrays.copyOf(plain, 33),
        chunk("tEXt", "Location\0" + SECRET),
        chunk("eXIf", SECRET),
        Arrays.copyOfRange(plain, 33, plain.length));
  }

  /** A WebP of 17 x 9 pixels, as far as its headers go. */
  public static byte[] webpWithPlace() {
    byte[] vp8x = {0x2C, 0, 0, 0, 16, 0, 0, 8, 0, 0};
    byte[] chunks =
        join(
            riff("VP8X", vp8x),
            riff("VP8L", new byte[] {0x2F, 16, 0, 2, 0, 0}),
            riff("EXIF", SECRET.getBytes(StandardCharsets.UTF_8)),
            riff("XMP ", SECRET.getBytes(StandardCharsets.UTF_8)));
    ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(chunks.length + 4);
    head.put("WEBP".getBytes(StandardCharsets.US_ASCII));
    return join(head.array(), chunks);
  }

  /** A PNG that says it is that large and has no pixels at all. */
  static byte[] pngOf(int width, int height) {
    ByteBuffer size = ByteBuffer.allocate(13).putInt(width).putInt(height);
    size.put(new byte[] {8, 2, 0, 0, 0});
    return join(
        Arrays.copyOf(png(), 8),
        chunk("IHDR", new String(size.array(), StandardCharsets.ISO_8859_1)),
        chunk("IEND", ""));
  }

  /** A HEIC of a grid of tiles, as far as its headers go. */
  static byte[] heicOf(int width, int height) {
    byte[] ipco = box("ipco", join(ispe(512, 512), ispe(width, height)));
    byte[] meta = box("meta", join(new byte[4], box("iprp", ipco)));
    byte[] brand = "heic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    return join(box("ftyp", brand), meta);
  }

  private static byte[] ispe(int width, int height) {
    return box("ispe", ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
  }

  private static byte[] box(String code, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(code.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .array();
  }

  private static byte[] image(String format) {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 40; x++) {
      image.setRGB(x, x % 30, 0x3366CC + x);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] segment(int marker, byte[] content) {
    int length = content.length + 2;
    byte[] head = {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
    return join(head, content);
  }

  private static byte[] chunk(String code, String content) {
    byte[] body = (code + content).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(body);
    return ByteBuffer.allocate(body.length + 8)
        .putInt(body.length - 4)
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] riff(String code, byte[] content) {
    int padded = content.length + (content.length & 1);
    return ByteBuffer.allocate(8 + padded)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(code.getBytes(StandardCharsets.US_ASCII))
        .putInt(content.length)
        .put(content)
        .array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
