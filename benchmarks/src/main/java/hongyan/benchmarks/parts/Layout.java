package hongyan.benchmarks.parts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * A running product, whose parts can be struck. Names of parts are those of {@code deploy/part};
 * where everything is one process there is only {@code service}.
 */
interface Layout {

  /** What it is called in tables. */
  String name();

  URI address();

  /** Returns a token that may do everything. */
  String token() throws IOException;

  /** Returns the process of a part. */
  ProcessHandle process(String part) throws IOException;

  /** Starts a part that was killed; returns once it is started, which is before it is ready. */
  void restart(String part) throws IOException, InterruptedException;

  /** Returns where each store keeps its data, by its name. */
  Map<String, Path> stores();

  /** Ends all of it. */
  void end() throws IOException, InterruptedException;
}
