package hongyan.pipelines.series;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The series store could not be read or written: the disk, a server, or a file that is no store.
 */
public final class SeriesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SeriesException(Path path, SQLException cause) {
    super("series store %s: %s".formatted(path, cause.getMessage()), cause);
  }

  SeriesException(InfluxAddress address, String message, @Nullable Throwable cause) {
    super("series store %s: %s".formatted(address, message), cause);
  }

  private SeriesException(String message) {
    super(message);
  }

  /** A setting that cannot be: which, what was found, what is needed. */
  static SeriesException ofSetting(String setting, String found, String needed) {
    return new SeriesException("%s: %s. Needed: %s.".formatted(setting, found, needed));
  }
}
