package hongyan.service.doors.checks;

import hongyan.service.doors.rejects.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item: a record, or at least one fault, never both.
 *
 * @param generatedId the identity that the door gave, where the sender gave none, else null
 */
public record Checked<R>(@Nullable R record, List<Fault> faults, @Nullable String generatedId) {

  public static <R> Checked<R> accepted(R record) {
    return new Checked<>(record, List.of(), null);
  }

  static <R> Checked<R> refused(List<Fault> faults) {
    return new Checked<>(null, faults, null);
  }
}
