package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.records.UnreadableRecord;
import hongyan.service.log.LogReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the alerts that the pipelines raise from the log into the store. */
@Component
class AlertReader implements LogReader {
  private final AlertStore store;

  AlertReader(AlertStore store) {
    this.store = store;
  }

  @Override
  public String topic() {
    return Topics.ALERTS;
  }

  @Override
  public void take(@Nullable String key, LogRecord record) throws UnreadableRecord {
    store.save(record.read(Alert.class));
  }
}
