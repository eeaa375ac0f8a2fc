package hongyan.service.attachments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A copy of a photo without its metadata: no place, no camera, no owner. The pixels are copied as
 * they are, nothing is decoded. What turns the picture upright is kept, as the only thing that is.
 *
 * <p>Of HEIC, sound and video there is no such copy: their metadata cannot be left out without
 * rewriting the rest.
 */
final class PublicCopy {
  private static final Set<Integer> JPEG_KEPT = Set.of(0xE0, 0xEE);
  private static final Set<String> PNG_KEPT =
      Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs");
  private static final Set<String> WEBP_KEPT =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");

  private PublicCopy() {}

  static boolean exists(MediaType type) {
    return type == MediaType.JPEG || type == MediaType.PNG || type == MediaType.WEBP;
  }

  /** Writes the copy. Throws {@link IOException} where the file is not whole. */
  static void write(Attachment photo, OutputStream out) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(photo.file().toFile(), "r")) {
      switch (photo.type()) {
        case JPEG -> jpeg(in, out);
        case PNG -> png(in, out);
        case WEBP -> webp(in, out);
        default -> throw new IllegalArgumentException("no public copy of " + photo.type());
      }
    }
  }

  private static void jpeg(RandomAccessFile in, OutputStream out) throws IOException {
    in.seek(2);
    out.write(new byte[] {(byte) 0xFF, (byte) 0xD8});
    for (int marker = marker(in); marker != 0xDA; marker = marker(in)) {
      byte[] content = new byte[Math.max(0, in.readUnsignedShort() - 2)];
      in.readFully(content);
      boolean metadata = marker >= 0xE0 && marker <= 0xEF || marker == 0xFE;
      if (!metadata || JPEG_KEPT.contains(marker)) {
        segment(out, marker, content);
      } else if (marker == 0xE1) {
        int orientation = Orientation.of(content);
        if (orientation > 1) {
          segment(out, marker, Orientation.exif(orientation));
        }
      }
    }
    out.write(new byte[] {(byte) 0xFF, (byte) 0xDA});
    scans(in, out);
  }

  /** Copies the picture to its end marker: what phones hang on behind it is left out. */
  private static void scans(RandomAccessFile in, OutputStream out) throws IOException {
    InputStream rest = new java.io.BufferedInputStream(Channels.newInputStream(in.getChannel()));
    int before = 0;
    for (int now = rest.read(); now >= 0; now = rest.read()) {
      out.write(now);
      if (before == 0xFF && now == 0xD9) {
        return;
      }
      before = now;
    }
  }

  private static int marker(RandomAccessFile in) throws IOException {
    if (in.readUnsignedByte() != 0xFF) {
      throw new IOException("no JPEG marker at " + (in.getFilePointer() - 1));
    }
    int marker = 0xFF;
    while (marker == 0xFF) {
      marker = in.readUnsignedByte();
    }
    return marker;
  }

  private static void segment(OutputStream out, int marker, byte[] content) throws IOException {
    int length = content.length + 2;
    out.write(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
    out.write(content);
  }

  private static void png(RandomAccessFile in, OutputStream out) throws IOException {
    copy(in, out, 8);
    String code = "";
    while (!code.equals("IEND")) {
      long start = in.getFilePointer();
      long length = in.readInt() & 0xFFFF_FFFFL;
      code = code(in);
      in.seek(start);
      if (PNG_KEPT.contains(code)) {
        copy(in, out, length + 12);
      } else {
        in.seek(start + length + 12);
      }
    }
  }

  private static void webp(RandomAccessFile in, OutputStream out) throws IOException {
    long size = webpChunks(in, OutputStream.nullOutputStream());
    out.write("RIFF".getBytes(StandardCharsets.ISO_8859_1));
    out.write(little(size + 4));
    out.write("WEBP".getBytes(StandardCharsets.ISO_8859_1));
    webpChunks(in, out);
  }

  private static long webpChunks(RandomAccessFile in, OutputStream out) throws IOException {
    long written = 0;
    for (long at = 12; at + 8 <= in.length(); ) {
      in.seek(at);
      String code = code(in);
      long length = Integer.reverseBytes(in.readInt()) & 0xFFFF_FFFFL;
      long whole = 8 + length + (length & 1);
      if (WEBP_KEPT.contains(code)) {
        in.seek(at);
        if (code.equals("VP8X")) {
          vp8x(in, out, whole);
        } else {
          copy(in, out, whole);
        }
        written += whole;
      }
      at += whole;
    }
    return written;
  }

  /** Takes the marks of the profile, Exif and XMP chunks away, which are left out. */
  private static void vp8x(RandomAccessFile in, OutputStream out, long whole) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    copy(in, chunk, Math.min(whole, 64));
    byte[] bytes = chunk.toByteArray();
    bytes[8] &= ~(0x20 | 0x08 | 0x04);
    out.write(bytes);
  }

  private static String code(RandomAccessFile in) throws IOException {
    byte[] code = new byte[4];
    in.readFully(code);
    return new String(code, StandardCharsets.ISO_8859_1);
  }

  private static byte[] little(long number) {
    return new byte[] {
      (byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)
    };
  }

  private static void copy(RandomAccessFile in, OutputStream out, long bytes) throws IOException {
    byte[] chunk = new byte[16 * 1024];
    for (long left = bytes; left > 0; ) {
      int read = in.read(chunk, 0, (int) Math.min(left, chunk.length));
      if (read < 0) {
        throw new IOException("the file ends early");
      }
      out.write(chunk, 0, read);
      left -= read;
    }
  }
}
