package hongyan.service.reference;

import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.service.log.RecordLog;
import hongyan.service.log.RecordLog.Entry;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What records are judged by, for those who read it and those who change it. A change is on the log
 * and in {@link #current()} when {@link #write} returns, so its writer reads what was written.
 */
@Component
class ReferenceBook {
  private final ReferenceLog reference;
  private final RecordLog log;

  ReferenceBook(ReferenceLog reference, RecordLog log) {
    this.reference = reference;
    this.log = log;
  }

  Reference current() {
    return reference.current();
  }

  void write(Entry entry) {
    write(List.of(entry));
  }

  void write(List<Entry> entries) {
    reference.atLeast(log.append(entries));
  }
}
