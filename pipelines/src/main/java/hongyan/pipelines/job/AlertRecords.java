package hongyan.pipelines.job;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Schema;
import hongyan.pipelines.records.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes alerts to their topic, keyed by id: the reader upserts, so a repeated one is no second.
 */
final class AlertRecords implements KafkaRecordSerializationSchema<Alert> {

  private static final long serialVersionUID = 1L;

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Alert alert, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.ALERTS,
            alert.id().getBytes(StandardCharsets.UTF_8),
            Json.MAPPER.writeValueAsBytes(alert));
    Schema.mark(record.headers());
    return record;
  }
}
