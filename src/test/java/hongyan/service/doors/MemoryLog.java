package hongyan.service.doors;

import hongyan.service.log.LogUnavailable;
import hongyan.service.log.RecordLog;
import java.util.ArrayList;
import java.util.List;

/** A log in memory that can be told to fail. */
public final class MemoryLog implements RecordLog {
  public final List<Entry> entries = new ArrayList<>();
  public boolean broken;

  @Override
  public synchronized long append(List<Entry> more) {
    if (broken) {
      throw new LogUnavailable("no space left", new IllegalStateException());
    }
    entries.addAll(more);
    return entries.size();
  }

  public synchronized <T> List<T> values(String topic, Class<T> type) {
    return entries.stream()
        .filter(entry -> entry.topic().equals(topic))
        .map(entry -> type.cast(entry.value()))
        .toList();
  }
}
