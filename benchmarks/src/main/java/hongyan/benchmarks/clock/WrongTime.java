package hongyan.benchmarks.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The time of the machine and so many milliseconds more or less, read five times a second from a
 * file. Called by every class of the process instead of the machine's clock, so it uses little
 * itself.
 */
public final class WrongTime {
  private static final long READ_MILLIS = 200;
  private static volatile long offset;

  private WrongTime() {}

  static void follow(Path file) throws IOException {
    offset = read(file);
    Thread reader = new Thread(() -> keepReading(file), "wrong time");
    reader.setDaemon(true);
    reader.start();
  }

  private static void keepReading(Path file) {
    while (true) {
      try {
        Thread.sleep(READ_MILLIS);
        offset = read(file);
      } catch (IOException | NumberFormatException halfWritten) {
        // The next look finds it whole.
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  private static long read(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip());
  }

  /** Instead of {@link System#currentTimeMillis}. */
  public static long millis() {
    return System.currentTimeMillis() + offset;
  }

  /** What {@link java.time.Clock} is to show where the machine's clock shows {@code right}. */
  public static Instant wrong(Instant right) {
    return right.plusMillis(offset);
  }
}
