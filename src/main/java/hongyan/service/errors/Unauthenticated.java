package hongyan.service.errors;

/** Thrown when somebody is not who they say, or does not say; becomes 401. */
public final class Unauthenticated extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String rule;

  /**
   * @param rule code that a program can act on, for example {@code second-factor-needed}
   */
  public Unauthenticated(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  public String rule() {
    return rule;
  }
}
