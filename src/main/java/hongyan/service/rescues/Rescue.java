package hongyan.service.rescues;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rescue case.
 *
 * @param casualty the record that it was opened from
 * @param birds how many came into care
 * @param inCare how many still are
 * @param county adcode, of the casualty
 * @param outcomes oldest first
 */
record Rescue(
    String id,
    String casualty,
    @Nullable String species,
    int birds,
    int inCare,
    @Nullable String county,
    String carer,
    Instant openedAt,
    String openedBy,
    @Nullable String note,
    List<Told> outcomes) {

  /** What became of some of the birds. */
  record Told(
      Outcome outcome,
      int birds,
      Instant at,
      Instant recordedAt,
      String by,
      @Nullable String note) {}

  Rescue {
    outcomes = List.copyOf(outcomes);
  }
}
