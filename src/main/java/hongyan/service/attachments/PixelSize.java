package hongyan.service.attachments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Width and height of a photo as its header says them; nothing is decoded. Sources: JPEG ITU-T T.81
 * B.2.2, PNG (third edition) 11.2.1, WebP RFC 9649, HEIF ISO/IEC 23008-12 6.5.3.
 */
record PixelSize(long width, long height) {
  private static final Set<Integer> NO_FRAME = Set.of(0xC4, 0xC8, 0xCC);
  private static final Set<String> BOXES_ON_THE_WAY = Set.of("meta", "iprp", "ipco");
  private static final int MOST_PARTS = 10_000;

  long pixels() {
    return Math.multiplyExact(width, height);
  }

  /** Returns the size, empty when the header does not say one. */
  static Optional<PixelSize> read(Path file, MediaType type) throws IOException {
    try (HeaderReader in = new HeaderReader(file)) {
      PixelSize size =
          switch (type) {
            case JPEG -> jpeg(in);
            case PNG -> new PixelSize(in.intAt(16), in.intAt(20));
            case WEBP -> webp(in);
            case HEIC -> heif(in, 0, in.size(), new PixelSize(0, 0), 0);
            default -> throw new IllegalArgumentException(type + " has no pixels");
          };
      return Optional.of(size).filter(found -> found.width > 0 && found.height > 0);
    } catch (java.io.EOFException cutOff) {
      return Optional.empty();
    }
  }

  private static PixelSize jpeg(HeaderReader in) throws IOException {
    long at = 2;
    for (int part = 0; part < MOST_PARTS; part++) {
      if (in.byteAt(at) != 0xFF) {
        break;
      }
      int marker = in.byteAt(at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (marker >= 0xC0 && marker <= 0xCF && !NO_FRAME.contains(marker)) {
        return new PixelSize(in.shortAt(at + 7), in.shortAt(at + 5));
      } else {
        at += 2 + in.shortAt(at + 2);
      }
    }
    return new PixelSize(0, 0);
  }

  private static PixelSize webp(HeaderReader in) throws IOException {
    return switch (in.codeAt(12)) {
      case "VP8X" -> new PixelSize(in.littleAt(24, 3) + 1, in.littleAt(27, 3) + 1);
      case "VP8L" -> {
        long bits = in.littleAt(21, 4);
        yield new PixelSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
      }
      case "VP8 " -> new PixelSize(in.littleAt(26, 2) & 0x3FFF, in.littleAt(28, 2) & 0x3FFF);
      default -> new PixelSize(0, 0);
    };
  }

  /** Returns the largest image that the boxes between two places tell of. */
  private static PixelSize heif(HeaderReader in, long from, long end, PixelSize largest, int depth)
      throws IOException {
    PixelSize found = largest;
    long at = from;
    for (int part = 0; at + 8 <= end && part < MOST_PARTS && depth < 4; part++) {
      long length = in.intAt(at);
      int header = length == 1 ? 16 : 8;
      length = length == 1 ? in.longAt(at + 8) : length == 0 ? end - at : length;
      String code = in.codeAt(at + 4);
      if (length < header || length > end - at) {
        return new PixelSize(0, 0);
      }
      if (code.equals("ispe")) {
        PixelSize size = new PixelSize(in.intAt(at + header + 4), in.intAt(at + header + 8));
        found = size.pixels() > found.pixels() ? size : found;
      } else if (BOXES_ON_THE_WAY.contains(code)) {
        int version = code.equals("meta") ? 4 : 0;
        found = heif(in, at + header + version, at + length, found, depth + 1);
      }
      at += length;
    }
    return found;
  }
}
