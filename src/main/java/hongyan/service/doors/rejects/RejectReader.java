package hongyan.service.doors.rejects;

import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.records.UnreadableRecord;
import hongyan.service.log.LogReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the rejects from the log into the store. */
@Component
class RejectReader implements LogReader {
  private final RejectStore store;

  RejectReader(RejectStore store) {
    this.store = store;
  }

  @Override
  public String topic() {
    return Topics.REJECTS;
  }

  @Override
  public void take(@Nullable String key, LogRecord record) throws UnreadableRecord {
    store.save(List.of(record.read(Reject.class)));
  }
}
