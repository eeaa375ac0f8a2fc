package hongyan.service.errors;

/** Thrown when what is asked for does not fit what is there; becomes 409. */
public class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Conflict(String message) {
    super(message);
  }
}
