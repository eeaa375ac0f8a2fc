package hongyan.service.hj212;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into {@link Packet}s by the length that each states, never by looking for
 * its end: {@code ##}, {@code &&} and line ends may stand inside an encrypted segment. What cannot
 * be a frame goes on as {@link Broken}, and the search begins again at the next {@code ##}.
 */
final class PacketDecoder extends ByteToMessageDecoder {
  private static final byte[] START = {'#', '#'};
  private static final int LENGTH_DIGITS = 4;
  private static final int HEAD = START.length + LENGTH_DIGITS;
  private static final int CHECKSUM_DIGITS = 4;
  private static final int LONGEST_NOISE = 4096;

  private final int longest;
  private final Duration patience;
  private @Nullable Future<?> waiting;
  private boolean ended;

  /**
   * @param longest most bytes of a data segment that are taken (1024 by HJ 212-2017, 6.3.2)
   * @param patience how long the rest of a frame may take; then the connection is closed
   */
  PacketDecoder(int longest, Duration patience) {
    this.longest = longest;
    this.patience = patience;
  }

  /** Frames that come to their end give new patience, single bytes of one do not. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) throws Exception {
    boolean begun = actualReadableBytes() > 0;
    if (waiting != null && (ended || !begun)) {
      waiting.cancel(false);
      waiting = null;
    }
    if (begun && waiting == null) {
      waiting =
          context
              .executor()
              .schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    ended = false;
    super.channelReadComplete(context);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    int before = out.size();
    next(in, out);
    ended |= out.size() > before;
  }

  private void next(ByteBuf in, List<Object> out) {
    skipNoise(in, out);
    if (in.readableBytes() < HEAD) {
      return;
    }
    int start = in.readerIndex();
    int length = number(in, start + START.length);
    if (length < 0) {
      broken(in, HEAD, Rule.FRAME_MALFORMED, "length", out);
    } else if (length > longest) {
      broken(in, HEAD, Rule.FRAME_TOO_LONG, String.valueOf(longest), out);
    } else if (in.readableBytes() >= HEAD + length + CHECKSUM_DIGITS) {
      whole(in, start, length, out);
    }
  }

  /** Whoever hangs up in the middle of a frame leaves a rest that is kept as one. */
  @Override
  protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    int before = out.size();
    decode(context, in, out);
    if (out.size() == before && in.isReadable()) {
      broken(in, in.readableBytes(), Rule.FRAME_INCOMPLETE, null, out);
    }
  }

  private static void whole(ByteBuf in, int start, int length, List<Object> out) {
    int end = start + HEAD + length;
    int checksum = hex(in, end);
    if (checksum < 0) {
      broken(in, HEAD, Rule.FRAME_MALFORMED, "checksum", out);
      return;
    }
    byte[] data = ByteBufUtil.getBytes(in, start + HEAD, length);
    byte[] all = ByteBufUtil.getBytes(in, start, HEAD + length + CHECKSUM_DIGITS);
    in.readerIndex(end + CHECKSUM_DIGITS);
    out.add(new Packet(data, checksum, all));
  }

  /** Passes over line ends silently, and over anything else as broken. */
  private static void skipNoise(ByteBuf in, List<Object> out) {
    int noise = noise(in);
    byte[] bytes = new byte[noise];
    in.readBytes(bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.isBlank()) {
      out.add(new Broken(bytes, new Fault(null, text, Rule.FRAME_MALFORMED, "##")));
    }
  }

  /** Returns how many bytes stand before the next start; a single # at the end may become one. */
  private static int noise(ByteBuf in) {
    int readable = in.readableBytes();
    for (int i = 0; i < readable; i++) {
      boolean first = in.getByte(in.readerIndex() + i) == '#';
      if (first && (i + 1 == readable || in.getByte(in.readerIndex() + i + 1) == '#')) {
        return i;
      }
      if (i == LONGEST_NOISE) {
        return i;
      }
    }
    return readable;
  }

  private static void broken(
      ByteBuf in, int bytes, Rule rule, @Nullable String extra, List<Object> out) {
    byte[] taken = new byte[bytes];
    in.readBytes(taken);
    String start = new String(taken, StandardCharsets.ISO_8859_1);
    out.add(new Broken(taken, new Fault(null, start, rule, extra)));
  }

  /** Returns four decimal digits as a number, or -1. */
  private static int number(ByteBuf in, int at) {
    int number = 0;
    for (int i = at; i < at + LENGTH_DIGITS; i++) {
      int digit = in.getByte(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Returns four hex digits of either case as a number, or -1. */
  private static int hex(ByteBuf in, int at) {
    int number = 0;
    for (int i = at; i < at + CHECKSUM_DIGITS; i++) {
      int digit = Character.digit(in.getByte(i), 16);
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }
}
