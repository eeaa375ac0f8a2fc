package hongyan.service.log;

import java.util.List;

/** The log that every accepted record is on before its sender hears of it. Thread-safe. */
public interface RecordLog {

  /**
   * One record for the log.
   *
   * @param topic a name of {@code Topics}
   * @param key the record's identity
   * @param value what is written as JSON
   */
  record Entry(String topic, String key, Object value) {}

  /**
   * Returns once all entries are durable, in this order within a topic and key.
   *
   * @throws LogUnavailable when that cannot be had; some of the entries may be on the log
   */
  void append(List<Entry> entries);
}
