package hongyan.service.replay;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A file to replay, packed with gzip or not; its content says which. */
record RecordedFile(Path path, long size) {

  /**
   * Returns the files that the arguments name, those below a folder in the order of their paths.
   */
  static List<RecordedFile> listFiles(List<Path> arguments) throws IOException {
    Stream.Builder<RecordedFile> files = Stream.builder();
    for (Path argument : arguments) {
      try (Stream<Path> below = Files.walk(argument)) {
        for (Path path : below.filter(Files::isRegularFile).sorted().toList()) {
          files.add(new RecordedFile(path, Files.size(path)));
        }
      }
    }
    return files.build().toList();
  }

  /** Opens it, unpacked, marked at its beginning; {@code read} hears of bytes read off the disk. */
  BufferedInputStream open(LongConsumer read) throws IOException {
    BufferedInputStream raw =
        new BufferedInputStream(new Counted(Files.newInputStream(path), read), Head.SIZE);
    raw.mark(2);
    boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    return packed ? new BufferedInputStream(new GZIPInputStream(raw), Head.SIZE) : raw;
  }

  /** Returns the beginning of {@code in} and leaves it at its beginning. */
  static Head head(BufferedInputStream in) throws IOException {
    in.mark(Head.SIZE);
    byte[] bytes = in.readNBytes(Head.SIZE);
    in.reset();
    return Head.of(bytes);
  }

  private static final class Counted extends FilterInputStream {
    private final LongConsumer read;

    Counted(InputStream in, LongConsumer read) {
      super(in);
      this.read = read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      read.accept(Math.max(0, count));
      return count;
    }
  }
}
