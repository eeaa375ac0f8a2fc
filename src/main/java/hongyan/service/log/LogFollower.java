package hongyan.service.log;

import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.LogReject;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.records.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the log for the service's own store. What a reader keeps and how far it has read are
 * committed in one transaction, so after a kill nothing is skipped. What cannot be read becomes a
 * reject and is passed over.
 */
@Component
class LogFollower implements SmartLifecycle {
  private static final Logger LOGGER = LoggerFactory.getLogger(LogFollower.class);

  private final LogAddress address;
  private final List<LogReader> readers;
  private final RecordLog log;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final LogThread thread =
      new LogThread("log-follower", this::open, (records, consumer) -> takeWhole(records));

  LogFollower(
      LogAddress address,
      List<LogReader> readers,
      RecordLog log,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.address = address;
    this.readers = readers;
    this.log = log;
    this.jdbc = jdbc;
    this.transaction = transaction;
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
    KafkaConsumer<byte[], byte[]> consumer = consumer();
    try {
      seek(consumer);
      return consumer;
    } catch (RuntimeException failure) {
      consumer.close();
      throw failure;
    }
  }

  private void takeWhole(ConsumerRecords<byte[], byte[]> records) {
    transaction.executeWithoutResult(status -> take(records));
  }

  private void take(ConsumerRecords<byte[], byte[]> records) {
    List<RecordLog.Entry> rejects = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      for (LogReader reader : readers) {
        if (reader.topic().equals(record.topic()) && record.value() != null) {
          take(reader, record, rejects);
        }
      }
    }
    if (!rejects.isEmpty()) {
      log.append(rejects);
    }
    movePositions(records);
  }

  private static void take(
      LogReader reader, ConsumerRecord<byte[], byte[]> record, List<RecordLog.Entry> rejects) {
    LogRecord read = LogRecord.of(record);
    String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    try {
      reader.take(key, read);
    } catch (UnreadableRecord fault) {
      LOGGER.warn("{}: {}: {}", read.place(), fault.rule(), fault.why());
      LogReject reject = LogReject.of(read, fault);
      rejects.add(new RecordLog.Entry(Topics.REJECTS, reject.id(), reject));
    }
  }

  private void movePositions(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> read = records.records(partition);
      jdbc.sql(
              """
              INSERT INTO log_position (topic, part, next_offset) VALUES (:topic, :part, :next)
              ON CONFLICT (topic, part) DO UPDATE SET next_offset = excluded.next_offset
              """)
          .param("topic", partition.topic())
          .param("part", partition.partition())
          .param("next", read.get(read.size() - 1).offset() + 1)
          .update();
    }
  }

  private void seek(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        readers.stream()
            .map(LogReader::topic)
            .distinct()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      consumer.seek(partition, position(partition));
    }
  }

  private long position(TopicPartition partition) {
    return jdbc.sql("SELECT next_offset FROM log_position WHERE topic = :topic AND part = :part")
        .param("topic", partition.topic())
        .param("part", partition.partition())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        address
            .connection()
            .client(
                Map.of(
                    ConsumerConfig.GROUP_ID_CONFIG,
                    "service-" + UUID.randomUUID(),
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest")),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
