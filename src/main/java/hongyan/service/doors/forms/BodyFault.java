package hongyan.service.doors.forms;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import org.jspecify.annotations.Nullable;

/** A body that cannot be taken at all; none of its records is. */
public final class BodyFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final Fault fault;

  /**
   * @param line where, or 0 where no line can be named
   */
  public BodyFault(int line, Fault fault) {
    super(fault.rule().code(), null, false, false);
    this.line = line;
    this.fault = fault;
  }

  public BodyFault(Rule rule, @Nullable String value, @Nullable String extra) {
    this(0, new Fault(null, value, rule, extra));
  }

  public int line() {
    return line;
  }

  public Fault fault() {
    return fault;
  }
}
