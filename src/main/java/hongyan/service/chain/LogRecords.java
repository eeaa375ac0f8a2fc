package hongyan.service.chain;

import hongyan.service.evidence.verify.Merkle;
import hongyan.service.log.LogAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the records of leaves back from the log, byte for byte. Thread-safe. */
public final class LogRecords {
  /** So far ahead is cheaper to read over than to seek. */
  private static final long NEAR = 2_000;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LogAddress address;

  public LogRecords(LogAddress address) {
    this.address = address;
  }

  /**
   * Returns the bytes of each leaf's record, by the leaf's index; a leaf whose record is no longer
   * on the log, or is not what the chain says, is not among them.
   */
  public Map<Long, byte[]> read(Collection<Leaf> leaves) {
    Map<Long, byte[]> found = new HashMap<>();
    Map<TopicPartition, List<Leaf>> byPartition =
        leaves.stream()
            .sorted(Comparator.comparingLong(Leaf::offset))
            .collect(
                Collectors.groupingBy(leaf -> new TopicPartition(leaf.topic(), leaf.partition())));
    try (KafkaConsumer<byte[], byte[]> consumer = ChainFollower.consumer(address)) {
      byPartition.forEach((partition, wanted) -> read(consumer, partition, wanted, found));
    }
    return found;
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      List<Leaf> wanted,
      Map<Long, byte[]> found) {
    consumer.assign(List.of(partition));
    long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    List<Leaf> left =
        wanted.stream().filter(leaf -> leaf.offset() >= begin && leaf.offset() < end).toList();
    long at = Long.MAX_VALUE;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int next = 0; next < left.size(); ) {
      long offset = left.get(next).offset();
      if (offset < at || offset - at > NEAR) {
        consumer.seek(partition, offset);
        at = offset;
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
        while (next < left.size() && left.get(next).offset() < record.offset()) {
          next++;
        }
        if (next < left.size() && left.get(next).offset() == record.offset()) {
          keep(left.get(next++), record.value(), found);
        }
        at = record.offset() + 1;
        deadline = System.nanoTime() + PATIENCE.toNanos();
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the log does not answer");
      }
    }
  }

  private static void keep(Leaf leaf, byte[] value, Map<Long, byte[]> found) {
    if (value != null && Arrays.equals(Merkle.leafHash(value), leaf.hash())) {
      found.put(leaf.index(), value);
    }
  }
}
