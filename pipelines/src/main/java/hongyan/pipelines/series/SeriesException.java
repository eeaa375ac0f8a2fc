package hongyan.pipelines.series;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The series store could not be opened, read or written: its message says which and why. */
public final class SeriesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Classes of SQLSTATE that say that what was asked for is wrong, and will be the next time. */
  private static final Set<String> LASTING = Set.of("21", "22", "23", "42", "54");

  private final boolean lasting;

  SeriesException(Object store, SQLException cause) {
    super("series store %s: %s".formatted(store, cause.getMessage()), cause);
    String state = cause.getSQLState();
    this.lasting = state != null && state.length() == 5 && LASTING.contains(state.substring(0, 2));
  }

  private SeriesException(String message) {
    super(message);
    this.lasting = false;
  }

  /** Of a store that cannot be opened as it is set: the message is for whoever has set it. */
  static SeriesException refused(String message, Object... parts) {
    return new SeriesException(message.formatted(parts));
  }

  /** Returns whether the same call may succeed later with nothing changed but the server. */
  public boolean mayPass() {
    return !lasting;
  }

  SeriesException(InfluxAddress address, String message, @Nullable Throwable cause) {
    super("series store %s: %s".formatted(address, message), cause);
    this.lasting = false;
  }

  /** A setting that cannot be: which, what was found, what is needed. */
  static SeriesException ofSetting(String setting, String found, String needed) {
    return refused("%s: %s; needed: %s", setting, found, needed);
  }
}
