package hongyan.pipelines.job;

import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.records.LogReject;
import hongyan.pipelines.records.Schema;
import hongyan.pipelines.records.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the topic of rejects. Used by one thread. */
final class RejectTopic implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  RejectTopic(LogConnection log) {
    this.producer =
        new KafkaProducer<>(
            log.client(
                Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.LINGER_MS_CONFIG, 5)),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Writes it, durable at the next {@link #flush}. */
  void write(LogReject reject) {
    throwFailure();
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.REJECTS, reject.id(), Json.MAPPER.writeValueAsBytes(reject));
    Schema.mark(record.headers());
    producer.send(
        record,
        (written, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          }
        });
  }

  /** Returns once all that was written is durable; throws when something is not. */
  void flush() {
    producer.flush();
    throwFailure();
  }

  private void throwFailure() {
    Exception e = failure.get();
    if (e != null) {
      throw new IllegalStateException("rejects were not confirmed by the log", e);
    }
  }

  @Override
  public void close() {
    // What is not confirmed by now is read and written again after the restart.
    producer.close(Duration.ofSeconds(5));
  }
}
