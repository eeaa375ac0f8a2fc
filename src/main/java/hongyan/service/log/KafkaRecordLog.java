package hongyan.service.log;

import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.records.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The log on Kafka: {@code acks=all}, idempotent, one producer for the process. Thread-safe. */
public final class KafkaRecordLog implements RecordLog, AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;

  public KafkaRecordLog(LogConnection connection) {
    producer =
        new KafkaProducer<>(
            connection.client(
                Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "lz4",
                    ProducerConfig.LINGER_MS_CONFIG,
                    5,
                    ProducerConfig.BATCH_SIZE_CONFIG,
                    256 * 1024,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    20_000,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    30_000,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    15_000)),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @Override
  public long append(List<Entry> entries) {
    List<Future<RecordMetadata>> confirmations = new ArrayList<>(entries.size());
    try {
      for (Entry entry : entries) {
        confirmations.add(producer.send(record(entry)));
      }
      long end = 0;
      for (Future<RecordMetadata> confirmation : confirmations) {
        end = confirmation.get().offset() + 1;
      }
      return end;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("the log did not confirm: " + e.getMessage(), e);
    } catch (ExecutionException | KafkaException e) {
      throw new LogUnavailable("the log did not confirm: " + e.getMessage(), e);
    }
  }

  private static ProducerRecord<String, byte[]> record(Entry entry) {
    byte[] value = entry.value() == null ? null : Json.MAPPER.writeValueAsBytes(entry.value());
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(entry.topic(), entry.key(), value);
    Schema.mark(record.headers());
    return record;
  }

  @Override
  public void close() {
    producer.close();
  }
}
