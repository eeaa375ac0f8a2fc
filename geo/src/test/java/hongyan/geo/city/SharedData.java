package hongyan.geo.city;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Other people's data, which the project may read but not ship. Where: the environment variable
 * {@code HONGYAN_DATA}, else {@code ../shared/data} beside the repository.
 */
public final class SharedData {

  private SharedData() {}

  /** Returns a file of it; a test that asks for one that is not there says so and is skipped. */
  public static Path file(String path) {
    String folder = Optional.ofNullable(System.getenv("HONGYAN_DATA")).orElse("../shared/data");
    Path file = repository().resolve(folder).resolve(path);
    assumeTrue(Files.exists(file), "skipped: no " + path + "; set HONGYAN_DATA to run it");
    return file;
  }

  /** Tests run in the folder of their module. */
  private static Path repository() {
    return Path.of("").toAbsolutePath().resolve("..").normalize();
  }
}
