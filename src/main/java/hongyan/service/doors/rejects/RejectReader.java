package hongyan.service.doors.rejects;

import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Topics;
import hongyan.service.log.LogReader;
import java.util.List;
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
  public void take(byte[] value) {
    store.save(List.of(Json.MAPPER.readValue(value, Reject.class)));
  }
}
