package hongyan.service.log;

import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/** Something that the service keeps of one topic of the log. */
public interface LogReader {

  String topic();

  /**
   * Takes one record, within the transaction that also moves the position on. What it writes must
   * be an upsert: the log may hold the same thing twice.
   *
   * @param key as text, or null when it has none
   * @throws UnreadableRecord before it has written anything: the record becomes a reject
   */
  void take(@Nullable String key, LogRecord record) throws UnreadableRecord;
}
