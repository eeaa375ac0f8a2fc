package hongyan.service.chain;

import hongyan.service.evidence.verify.Merkle;
import hongyan.service.log.LogAddress;
import hongyan.service.log.LogThread;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the log for the chain. What it adds and how far it has read are one transaction, so that
 * a kill leaves no record out and none in twice; the order in which it read is the order of the
 * tree.
 */
final class ChainFollower implements SmartLifecycle {
  private final LogAddress address;
  private final List<String> topics;
  private final ChainFile file;
  private final LogThread thread =
      new LogThread("chain-follower", this::open, (records, consumer) -> take(records));

  ChainFollower(LogAddress address, List<String> topics, ChainFile file) {
    this.address = address;
    this.topics = List.copyOf(topics);
    this.file = file;
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    thread.stop();
  }

  @Override
  public boolean isRunning() {
    return thread.isRunning();
  }

  private KafkaConsumer<byte[], byte[]> open() {
    KafkaConsumer<byte[], byte[]> consumer = consumer(address);
    try {
      seek(consumer);
      return consumer;
    } catch (RuntimeException failure) {
      consumer.close();
      throw failure;
    }
  }

  private void seek(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      long next = file.next(partition.topic(), partition.partition());
      if (next == 0) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, next);
      }
    }
  }

  private void take(ConsumerRecords<byte[], byte[]> records) {
    List<NewLeaf> leaves = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (record.value() != null) {
        leaves.add(leaf(record));
      }
    }
    List<ChainFile.Position> positions = new ArrayList<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> read = records.records(partition);
      long next = read.get(read.size() - 1).offset() + 1;
      positions.add(new ChainFile.Position(partition.topic(), partition.partition(), next));
    }
    file.append(leaves, positions);
  }

  private static NewLeaf leaf(ConsumerRecord<byte[], byte[]> record) {
    String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    String identity = Subjects.identity(record.topic(), key, record.value());
    return new NewLeaf(
        Merkle.leafHash(record.value()),
        Subjects.number(record.topic(), identity),
        record.topic(),
        record.partition(),
        record.offset());
  }

  static KafkaConsumer<byte[], byte[]> consumer(LogAddress address) {
    return new KafkaConsumer<>(
        address
            .connection()
            .client(
                Map.of(
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    5_000,
                    // A log that lost what it had is not silently begun anew.
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "none")),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
