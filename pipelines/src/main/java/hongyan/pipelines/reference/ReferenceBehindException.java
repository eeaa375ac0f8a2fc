package hongyan.pipelines.reference;

/** The reference log did not give what a record needs in the time allowed. */
public final class ReferenceBehindException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReferenceBehindException(String message, Throwable cause) {
    super(message, cause);
  }

  ReferenceBehindException(String message) {
    super(message);
  }
}
