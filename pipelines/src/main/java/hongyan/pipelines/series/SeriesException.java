package hongyan.pipelines.series;

import java.nio.file.Path;
import java.sql.SQLException;

/** The series store could not be read or written: the disk, or a file that is no store. */
public final class SeriesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SeriesException(Path path, SQLException cause) {
    super("series store %s: %s".formatted(path, cause.getMessage()), cause);
  }
}
