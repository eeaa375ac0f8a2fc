package hongyan.service.engine;

import hongyan.service.metrics.LateFigure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How late the pipelines are.
 *
 * <ul>
 *   <li>{@code hongyan_backlog_records}: on the log, not yet worked through
 *   <li>{@code hongyan_checkpoint_age_seconds}: since they last made their work durable; NaN before
 *       the first time
 * </ul>
 */
@Component
class EngineMeters implements MeterBinder {
  private final Engine engine;
  private final Backlog backlog;
  private final Clock clock;

  EngineMeters(Engine engine, Backlog backlog, Clock clock) {
    this.engine = engine;
    this.backlog = backlog;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    LateFigure.register(meters, "hongyan.backlog.records", Tags.empty(), backlog::records);
    LateFigure.register(
        meters, "hongyan.checkpoint.age.seconds", Tags.empty(), this::checkpointAge);
  }

  private double checkpointAge() {
    Instant checkpoint = engine.state().checkpoint();
    return checkpoint == null
        ? Double.NaN
        : Duration.between(checkpoint, clock.instant()).toMillis() / 1e3;
  }
}
