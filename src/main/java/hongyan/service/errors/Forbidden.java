package hongyan.service.errors;

/** Thrown when whoever asks may not do what they ask for; becomes 403. */
public class Forbidden extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Forbidden(String message) {
    super(message);
  }
}
