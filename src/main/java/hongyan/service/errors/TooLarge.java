package hongyan.service.errors;

/** Thrown when a body is larger than is taken; becomes 413. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TooLarge(String message) {
    super(message);
  }
}
