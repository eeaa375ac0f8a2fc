package hongyan.service.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * Shows the counters of our own operators beside the service's: on a cluster, Flink's Prometheus
 * reporter does that, but the pipelines of this process have no page of their own.
 *
 * <ul>
 *   <li>{@code hongyan_series_writes_total}, {@code hongyan_series_written_total}, {@code
 *       hongyan_series_write_millis_total}: batches, rows and time of the series store, by table
 *   <li>{@code hongyan_unreadable_total}: what was on the log and no record, by source
 * </ul>
 */
public final class MicrometerReporter implements MetricReporter {
  private static final Map<String, String> SHOWN =
      Map.of(
          "writes", "hongyan.series.writes",
          "written", "hongyan.series.written",
          "writeMillis", "hongyan.series.write.millis",
          "unreadable", "hongyan.unreadable");

  private final Map<Metric, FunctionCounter> shown = new ConcurrentHashMap<>();

  @Override
  public void open(MetricConfig config) {
    // Nothing to open: the registry is the service's own.
  }

  @Override
  public void close() {
    shown.values().forEach(Metrics.globalRegistry::remove);
    shown.clear();
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (SHOWN.containsKey(name) && metric instanceof Counter counter) {
      shown.put(
          metric,
          FunctionCounter.builder(SHOWN.get(name), counter, Counter::getCount)
              .tag("operator", operator(group))
              .tag("subtask", group.getAllVariables().getOrDefault("<subtask_index>", "0"))
              .register(Metrics.globalRegistry));
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    FunctionCounter gone = shown.remove(metric);
    if (gone != null) {
      Metrics.globalRegistry.remove(gone);
    }
  }

  /** Flink adds to our name of an operator what part of it this is, behind a colon. */
  private static String operator(MetricGroup group) {
    String name = group.getAllVariables().getOrDefault("<operator_name>", "");
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }
}
