package hongyan.service.metrics;

import hongyan.pipelines.series.SeriesStore;
import hongyan.service.alerts.AlertCounts;
import hongyan.service.alerts.AlertState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * What is there for people to do.
 *
 * <ul>
 *   <li>{@code hongyan_alerts}: alerts that are supported, by state
 *   <li>{@code hongyan_refused_points}: what an InfluxDB did not take and somebody should look at
 * </ul>
 */
@Component
class StateMeters implements MeterBinder {
  private final AlertCounts alerts;
  private final SeriesStore series;

  StateMeters(AlertCounts alerts, SeriesStore series) {
    this.alerts = alerts;
    this.series = series;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (AlertState state : AlertState.values()) {
      Tags tags = Tags.of("state", state.code());
      LateFigure.register(meters, "hongyan.alerts", tags, () -> alerts.count(state));
    }
    LateFigure.register(
        meters, "hongyan.refused.points", Tags.empty(), () -> series.refusedPoints().count());
  }
}
