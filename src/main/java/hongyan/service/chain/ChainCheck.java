package hongyan.service.chain;

import hongyan.service.evidence.verify.Merkle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares the chain with the log, leaf by leaf, and the signed heads with the leaves. */
public final class ChainCheck {
  private static final int BATCH = 5_000;

  private final ChainFile file;
  private final LogRecords log;

  public ChainCheck(ChainFile file, LogRecords log) {
    this.file = file;
    this.log = log;
  }

  /**
   * What was found.
   *
   * @param compared how many leaves were compared with the log
   * @param deleted how many have no record any more, by a rule that left a tombstone
   * @param firstFault what does not fit first, or null
   */
  public record Result(long size, long compared, long deleted, @Nullable String firstFault) {}

  /**
   * Reads the whole log once; takes as long as that takes.
   *
   * @param hasTombstone whether the record of a leaf was deleted by rule
   */
  public Result run(Predicate<Leaf> hasTombstone) {
    long size = file.size();
    long compared = 0;
    long deleted = 0;
    for (long from = 0; from < size; from += BATCH) {
      List<Leaf> leaves = file.list(from, (int) Math.min(BATCH, size - from));
      Map<Long, byte[]> records = log.read(leaves);
      for (Leaf leaf : leaves) {
        if (records.containsKey(leaf.index())) {
          compared++;
        } else if (hasTombstone.test(leaf)) {
          deleted++;
        } else {
          return new Result(size, compared, deleted, "leaf " + words(leaf));
        }
      }
    }
    return new Result(size, compared, deleted, headFault());
  }

  private static String words(Leaf leaf) {
    return "%d: the log has another record, or none, at %s/%d offset %d"
        .formatted(leaf.index(), leaf.topic(), leaf.partition(), leaf.offset());
  }

  /** Builds the tree anew from the leaves and compares every head with it. */
  private @Nullable String headFault() {
    Map<Long, byte[]> roots = Rebuilt.roots(file, BATCH);
    for (Head head : file.listHeads(Long.MAX_VALUE, Integer.MAX_VALUE)) {
      byte[] root = head.tree().size() == 0 ? Merkle.emptyRoot() : roots.get(head.tree().size());
      if (!Arrays.equals(root, head.tree().root())) {
        return "the head of size %d is not the tree's".formatted(head.tree().size());
      }
    }
    return null;
  }
}
