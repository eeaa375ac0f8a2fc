package hongyan.pipelines.job;

import hongyan.pipelines.records.Completeness;
import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Reads the records of a topic. The doors write only whole ones, but other writers may reach the
 * log: what is no whole record is counted ({@code unreadable}), logged and passed over, and stays
 * on the log as it is.
 */
final class JsonRecords<T extends Record> implements DeserializationSchema<T> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(JsonRecords.class);
  private static final int SHOWN = 300;

  private final Class<T> type;
  private transient Counter unreadable = new SimpleCounter();

  JsonRecords(Class<T> type) {
    this.type = type;
  }

  @Override
  public void open(InitializationContext context) {
    unreadable = context.getMetricGroup().counter("unreadable");
  }

  @Override
  public @Nullable T deserialize(byte @Nullable [] message) {
    if (message == null) {
      return null;
    }
    try {
      T value = Json.MAPPER.readValue(message, type);
      Optional<String> missing =
          value == null ? Optional.of("everything") : Completeness.findMissing(value);
      if (missing.isEmpty()) {
        return value;
      }
      passOver(message, missing.get() + " is missing");
    } catch (JacksonException e) {
      passOver(message, e.getOriginalMessage());
    }
    return null;
  }

  @Override
  public void deserialize(byte @Nullable [] message, Collector<T> out) throws IOException {
    T value = deserialize(message);
    if (value != null) {
      out.collect(value);
    }
  }

  @Override
  public boolean isEndOfStream(T nextElement) {
    return false;
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(type);
  }

  private void passOver(byte[] message, String why) {
    unreadable.inc();
    String text = new String(message, StandardCharsets.UTF_8);
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    LOG.warn("no {}: {}: {}", type.getSimpleName(), why, shown);
  }
}
