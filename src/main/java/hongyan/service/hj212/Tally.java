package hongyan.service.hj212;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what came from each device since the start, by outcome, and notices a device whose every
 * checksum is wrong in one and the same way. What was refused is also kept, as rejects.
 * Thread-safe.
 */
final class Tally {
  /** Devices that nobody registered are counted together: anybody can make names up. */
  static final String UNKNOWN = "?";

  static final String TAKEN = "taken";
  static final String KEPT = "kept";
  private static final int ENOUGH = 3;

  /** What is known of one device. */
  static final class Counts {
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<Checksum, Long> dialects = new TreeMap<>();
    private long wrongChecksums;
    private @Nullable Instant last;

    synchronized void count(String outcome, Instant now) {
      outcomes.merge(outcome, 1L, Long::sum);
      last = now;
    }

    synchronized void wrong(Iterable<Checksum> fitting) {
      wrongChecksums++;
      fitting.forEach(each -> dialects.merge(each, 1L, Long::sum));
    }

    synchronized Map<String, Long> outcomes() {
      return new TreeMap<>(outcomes);
    }

    synchronized @Nullable Instant last() {
      return last;
    }

    /** Returns the way in which all of its wrong checksums would be right, or null. */
    synchronized @Nullable Checksum dialect() {
      return dialects.entrySet().stream()
          .filter(each -> wrongChecksums >= ENOUGH && each.getValue() == wrongChecksums)
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(null);
    }
  }

  private final Map<String, Counts> devices = new ConcurrentHashMap<>();

  Counts of(String mn) {
    return devices.computeIfAbsent(mn, each -> new Counts());
  }
}
