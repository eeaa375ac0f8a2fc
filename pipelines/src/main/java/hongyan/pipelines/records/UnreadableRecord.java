package hongyan.pipelines.records;

/** A record of the log that cannot be read, or must not be. */
public final class UnreadableRecord extends Exception {

  /** The rule by which bytes are refused that are no whole record. */
  public static final String UNREADABLE = "unreadable-on-log";

  /** The rule by which a record of a later form is refused, whatever it looks like. */
  public static final String FUTURE = "schema-from-the-future";

  private static final long serialVersionUID = 1;

  private final String rule;

  private UnreadableRecord(String rule, String why) {
    super(why, null, false, false);
    this.rule = rule;
  }

  public static UnreadableRecord because(String why) {
    return new UnreadableRecord(UNREADABLE, why);
  }

  static UnreadableRecord fromTheFuture(String why) {
    return new UnreadableRecord(FUTURE, why);
  }

  /** Returns the code of the rule. */
  public String rule() {
    return rule;
  }

  /** Returns what is wrong with it, in English. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
