package hongyan.service.errors;

/** Thrown when whoever asks may not do it; becomes 403. */
public final class Forbidden extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Forbidden(String message) {
    super(message);
  }
}
