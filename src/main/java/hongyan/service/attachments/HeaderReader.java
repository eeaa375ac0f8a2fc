package hongyan.service.attachments;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads small pieces of a file at given places, so that no file needs memory. Not thread-safe. */
final class HeaderReader implements AutoCloseable {
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(16);

  HeaderReader(Path file) throws IOException {
    channel = FileChannel.open(file);
  }

  long size() throws IOException {
    return channel.size();
  }

  int byteAt(long at) throws IOException {
    return fill(at, 1).get() & 0xFF;
  }

  /** Returns the big-endian 16-bit number there. */
  int shortAt(long at) throws IOException {
    return fill(at, 2).getShort() & 0xFFFF;
  }

  /** Returns the big-endian unsigned 32-bit number there. */
  long intAt(long at) throws IOException {
    return fill(at, 4).getInt() & 0xFFFF_FFFFL;
  }

  long longAt(long at) throws IOException {
    return fill(at, 8).getLong();
  }

  /** Returns the little-endian number of that many bytes there. */
  long littleAt(long at, int bytes) throws IOException {
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      value = value << 8 | byteAt(at + i);
    }
    return value;
  }

  String codeAt(long at) throws IOException {
    byte[] code = new byte[4];
    fill(at, 4).get(code);
    return new String(code, StandardCharsets.ISO_8859_1);
  }

  private ByteBuffer fill(long at, int bytes) throws IOException {
    buffer.clear().limit(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("the file ends at " + channel.size());
      }
    }
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
