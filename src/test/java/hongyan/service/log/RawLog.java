package hongyan.service.log;

import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.records.LogRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A log as others write to it and read it: bytes, with a mark or without. */
public final class RawLog implements AutoCloseable {
  private final LogConnection log;
  private final KafkaProducer<String, byte[]> producer;

  public RawLog(LogConnection log) {
    this.log = log;
    this.producer =
        new KafkaProducer<>(
            log.client(Map.of("acks", "all")), new StringSerializer(), new ByteArraySerializer());
  }

  /** Writes one record and returns its offset; without a partition its key decides. */
  public long write(
      String topic, @Nullable Integer partition, String key, @Nullable String mark, byte[] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, key, value);
    if (mark != null) {
      record.headers().add("schema", mark.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return producer.send(record).get().offset();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public long write(String topic, String key, @Nullable String mark, String value) {
    return write(topic, null, key, mark, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns all that a topic of one partition holds now. */
  public List<LogRecord> read(String topic) {
    List<TopicPartition> all = List.of(new TopicPartition(topic, 0));
    List<LogRecord> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            log.client(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(all);
      consumer.seekToBeginning(all);
      long end = consumer.endOffsets(all).get(all.get(0));
      while (consumer.position(all.get(0)) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(each -> records.add(LogRecord.of(each)));
      }
    }
    return records;
  }

  @Override
  public void close() {
    producer.close();
  }
}
