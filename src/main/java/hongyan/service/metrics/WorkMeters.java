package hongyan.service.metrics;

import hongyan.service.alerts.AlertCounts;
import hongyan.service.alerts.AlertState;
import hongyan.service.engine.Progress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/**
 * How late the work is. Each figure is asked for when it is read; one that cannot be had is NaN.
 *
 * <ul>
 *   <li>{@code hongyan_backlog_records}: on the log, not yet worked through
 *   <li>{@code hongyan_checkpoint_age_seconds}: since the pipelines last made their work durable
 *   <li>{@code hongyan_alerts}: alerts that are supported, by state
 * </ul>
 */
@Component
class WorkMeters implements MeterBinder {
  private final Progress progress;
  private final AlertCounts alerts;

  WorkMeters(Progress progress, AlertCounts alerts) {
    this.progress = progress;
    this.alerts = alerts;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge(meters, "hongyan.backlog.records", Tags.empty(), progress::backlog);
    gauge(meters, "hongyan.checkpoint.age.seconds", Tags.empty(), progress::checkpointAgeSeconds);
    for (AlertState state : AlertState.values()) {
      gauge(meters, "hongyan.alerts", Tags.of("state", state.code()), () -> alerts.count(state));
    }
  }

  /** Part of what is measured may be away: the rest of the page must still be told. */
  private static void gauge(MeterRegistry meters, String name, Tags tags, DoubleSupplier value) {
    Gauge.builder(
            name,
            () -> {
              try {
                return value.getAsDouble();
              } catch (RuntimeException away) {
                return Double.NaN;
              }
            })
        .tags(tags)
        .register(meters);
  }
}
