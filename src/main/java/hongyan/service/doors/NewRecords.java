package hongyan.service.doors;

import hongyan.pipelines.records.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the records of a body that change something from those that say what is known. Two records
 * of one identity in a body: the same content is a duplicate, another is a correction, in their
 * order.
 */
final class NewRecords {

  private NewRecords() {}

  /** Returns those that change something, in their order. */
  static <R> List<R> of(Kind<R> kind, List<R> records, KnownRecords known) {
    List<String> identities = records.stream().map(kind::identity).toList();
    Set<String> identical = kind.identical(known, firsts(records, identities));
    Map<String, R> current = new HashMap<>();
    List<R> changes = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      R record = records.get(i);
      String identity = identities.get(i);
      R before = current.get(identity);
      boolean repeats =
          before == null ? identical.contains(identity) : isRepeat(kind, before, record);
      if (!repeats) {
        changes.add(record);
      }
      if (before == null || (!repeats && isNewer(kind, record, before))) {
        current.put(identity, record);
      }
    }
    return changes;
  }

  /**
   * Only the first of each identity can be compared with what is stored: it comes before the rest.
   */
  private static <R> List<R> firsts(List<R> records, List<String> identities) {
    Map<String, Boolean> seen = new HashMap<>();
    List<R> firsts = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      if (seen.put(identities.get(i), true) == null) {
        firsts.add(records.get(i));
      }
    }
    return firsts;
  }

  private static <R> boolean isRepeat(Kind<R> kind, R before, R record) {
    Receipt receipt = kind.receipt(record);
    Instant modified = receipt.modified();
    boolean notNewer = modified == null || !modified.isAfter(kind.receipt(before).version());
    return notNewer && kind.sameContent(before, record);
  }

  private static <R> boolean isNewer(Kind<R> kind, R record, R before) {
    return !kind.receipt(record).version().isBefore(kind.receipt(before).version());
  }
}
