package hongyan.service.replay;

import java.io.IOException;
import java.io.InputStream;

/** A kind of recorded file. Told by content, never by the file's name. Stateless, thread-safe. */
public interface RecordedFormat {

  /** Returns what a person calls it, with what the adapter changes, if anything. */
  String title();

  boolean recognises(Head head);

  /**
   * Reads the whole of {@code in}, which is not compressed, into bodies.
   *
   * <p>Throws {@link IOException}, {@link java.io.UncheckedIOException} or {@link
   * tools.jackson.core.JacksonException} when the file cannot be read on; bodies given out before
   * stay given out.
   */
  void read(InputStream in, Outlet outlet) throws IOException;
}
