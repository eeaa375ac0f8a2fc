package hongyan.service.metrics;

import hongyan.service.doors.rejects.Reject;
import hongyan.service.log.LogUnavailable;
import hongyan.service.log.RecordLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/**
 * The log, counted: every record that any door takes or refuses goes through here, and no other
 * place knows both what came and whether it was made durable.
 *
 * <ul>
 *   <li>{@code hongyan_records_total}: records made durable, by topic
 *   <li>{@code hongyan_rejects_total}: refusals, by door, kind and rule
 *   <li>{@code hongyan_log_append_seconds}: until the log confirmed, by outcome
 * </ul>
 */
final class MeteredLog implements RecordLog {
  private final RecordLog log;
  private final MeterRegistry meters;

  MeteredLog(RecordLog log, MeterRegistry meters) {
    this.log = log;
    this.meters = meters;
  }

  @Override
  public long append(List<Entry> entries) {
    Timer.Sample sample = Timer.start(meters);
    try {
      long end = log.append(entries);
      sample.stop(meters.timer("hongyan.log.append", "outcome", "confirmed"));
      entries.forEach(this::count);
      return end;
    } catch (LogUnavailable unavailable) {
      sample.stop(meters.timer("hongyan.log.append", "outcome", "unavailable"));
      throw unavailable;
    }
  }

  private void count(Entry entry) {
    if (entry.value() instanceof Reject reject) {
      meters
          .counter(
              "hongyan.rejects",
              "door",
              reject.door(),
              "kind",
              reject.kind(),
              "rule",
              reject.rule())
          .increment();
    } else {
      meters.counter("hongyan.records", "topic", entry.topic()).increment();
    }
  }
}
