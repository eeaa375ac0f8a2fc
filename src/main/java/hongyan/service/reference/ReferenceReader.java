package hongyan.service.reference;

import hongyan.geo.city.City;
import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.Schema;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.records.UnreadableRecord;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.service.log.LogReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has entries of the reference that cannot be used kept among the rejects. Whoever follows the
 * reference leaves them out, in every process and at each start; here each is met once.
 */
@Component
class ReferenceReader implements LogReader {
  private final City city;

  ReferenceReader(City city) {
    this.city = city;
  }

  @Override
  public String topic() {
    return Topics.REFERENCE;
  }

  @Override
  public void take(@Nullable String key, LogRecord record) throws UnreadableRecord {
    Schema.check(record.mark());
    if (key == null) {
      throw UnreadableRecord.because("no key");
    }
    String json = new String(record.value(), StandardCharsets.UTF_8);
    Optional<String> fault = ReferenceLog.findFault(key, json, city.counties());
    if (fault.isPresent()) {
      throw UnreadableRecord.because("%s: %s".formatted(key, fault.get()));
    }
  }
}
