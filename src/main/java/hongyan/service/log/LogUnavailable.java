package hongyan.service.log;

/** The log cannot take records now; whoever sends again later loses nothing. */
public final class LogUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LogUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
