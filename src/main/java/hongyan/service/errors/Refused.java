package hongyan.service.errors;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when what somebody sent breaks rules; becomes 400 with every fault named. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * One broken rule.
   *
   * @param rule its code
   * @param position [lon, lat] of the fault where it has a place
   */
  public record Fault(
      String field,
      @Nullable String value,
      String rule,
      String message,
      @Nullable List<Double> position) {

    public static Fault of(String field, @Nullable Object value, String rule, String message) {
      return new Fault(field, value == null ? null : value.toString(), rule, message, null);
    }
  }

  private final transient List<Fault> faults;

  public Refused(List<Fault> faults) {
    super(
        faults.stream()
            .map(fault -> fault.field() + ": " + fault.message())
            .collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
