package hongyan.service.cli;

/** Thrown when the service cannot start for a reason that its operator can mend. */
final class StartFailed extends Exception {
  private static final long serialVersionUID = 1;

  StartFailed(String message) {
    super(message);
  }

  StartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
