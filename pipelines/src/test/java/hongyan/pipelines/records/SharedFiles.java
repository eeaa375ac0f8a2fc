package hongyan.pipelines.records;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Other people's data, which the project may read but not ship; absent, the test is skipped. */
public final class SharedFiles {

  private SharedFiles() {}

  public static String text(String path) throws IOException {
    String folder = Optional.ofNullable(System.getenv("HONGYAN_DATA")).orElse("../shared/data");
    Path repository = Path.of("").toAbsolutePath().resolve("..").normalize();
    Path file = repository.resolve(folder).resolve(path);
    assumeTrue(Files.exists(file), "skipped: no " + path + "; set HONGYAN_DATA to run it");
    return Files.readString(file);
  }
}
