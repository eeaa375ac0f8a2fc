package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Topics;
import hongyan.service.log.LogReader;
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
  public void take(byte[] value) {
    store.save(Json.MAPPER.readValue(value, Alert.class));
  }
}
