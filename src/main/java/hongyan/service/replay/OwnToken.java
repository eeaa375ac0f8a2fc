package hongyan.service.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command has the token from by which a service knows it: the first that is there. */
public final class OwnToken {
  private static final String VARIABLE = "HONGYAN_TOKEN";
  private static final String FILE = "admin-token";

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Bearer token of the service. Without it the environment variable HONGYAN_TOKEN, else the"
              + " file admin-token of --state.")
  private @Nullable String token;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = "state",
      description = "State folder of the service, for its admin-token (default: ${DEFAULT-VALUE}).")
  private Path state = Path.of("state");

  /** Returns the token, or null where there is none. */
  @Nullable String find() {
    String given = token == null ? System.getenv(VARIABLE) : token;
    return given == null || given.isBlank() ? inState(state) : given.strip();
  }

  /** Returns the token that a service has written into its state folder, or null. */
  public static @Nullable String inState(Path state) {
    Path file = state.resolve(FILE);
    try {
      return Files.isReadable(file) ? Files.readString(file).strip() : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
