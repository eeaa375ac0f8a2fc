package hongyan.service.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log that records are durable on before their sender hears 202. Thread-safe. */
public interface RecordLog {

  /** One record for one topic; {@code value} is written as JSON, null removes the key. */
  record Entry(String topic, String key, @Nullable Object value) {}

  /**
   * Returns once every entry is durable, with the offset after the last entry in its partition.
   * Throws {@link LogUnavailable} when any was not confirmed; some may still have been written,
   * which a re-send makes harmless.
   */
  long append(List<Entry> entries);
}
