package hongyan.service.doors.forms;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The field names that a kind of record has. Names are case-sensitive; one that differs from a
 * known name by case alone is a fault, because leaving it aside would lose what it says. Other
 * names are left aside (they stay in the verbatim form). Immutable.
 */
public final class FieldNames {
  private final Set<String> known;
  private final List<String> required;
  private final @Nullable String usualHeader;
  private final Map<String, String> byLowerCase = new HashMap<>();

  /**
   * @param required headers that a table must have
   * @param usualHeader the documented header line of a table; a line under it is verbatim enough by
   *     itself, under any other it is kept together with its header
   */
  public FieldNames(Set<String> known, List<String> required, @Nullable String usualHeader) {
    this.known = Set.copyOf(known);
    this.required = List.copyOf(required);
    this.usualHeader = usualHeader;
    known.forEach(name -> byLowerCase.put(name.toLowerCase(Locale.ROOT), name));
  }

  public boolean isKnown(String name) {
    return known.contains(name);
  }

  List<String> required() {
    return required;
  }

  boolean isUsualHeader(String line) {
    return line.equals(usualHeader);
  }

  /** Returns the fault of a name that is known in another case only. */
  public Optional<Fault> findFault(String name) {
    if (known.contains(name)) {
      return Optional.empty();
    }
    return Optional.ofNullable(byLowerCase.get(name.toLowerCase(Locale.ROOT)))
        .map(meant -> new Fault(name, null, Rule.WRONG_CASE, meant));
  }
}
