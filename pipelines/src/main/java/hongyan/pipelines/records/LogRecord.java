package hongyan.pipelines.records;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One record as it stands on the log, not read yet.
 *
 * @param timestamp when the log took it, milliseconds of the epoch
 * @param mark {@link Schema#markOf}
 * @param value never changed by anybody
 */
public record LogRecord(
    String topic, int partition, long offset, long timestamp, @Nullable String mark, byte[] value) {

  /** Takes it over; its value must not be null. */
  public static LogRecord of(ConsumerRecord<?, byte[]> record) {
    return new LogRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        Schema.markOf(record.headers()),
        record.value());
  }

  /** Returns the whole record of the type that it is; fields that are not known are passed over. */
  public <T extends Record> T read(Class<T> type) throws UnreadableRecord {
    Schema.check(mark);
    T read;
    try {
      read = Json.MAPPER.readValue(value, type);
    } catch (JacksonException e) {
      throw UnreadableRecord.because(
          "no %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()));
    }
    Optional<String> missing =
        read == null ? Optional.of("everything") : Completeness.findMissing(read);
    if (missing.isPresent()) {
      throw UnreadableRecord.because(
          "no %s: %s is missing".formatted(type.getSimpleName(), missing.get()));
    }
    return read;
  }

  /** Returns where it stands, as {@code readings/2/4711}. */
  public String place() {
    return "%s/%d/%d".formatted(topic, partition, offset);
  }
}
