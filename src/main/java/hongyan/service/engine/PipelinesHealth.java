package hongyan.service.engine;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the pipelines run. While they do not, the service is degraded and not down: the doors
 * take records, which wait on the log, and what was computed before is answered.
 */
final class PipelinesHealth extends AbstractHealthIndicator {
  static final Status DEGRADED = new Status("DEGRADED", "records wait on the log");

  private final Engine engine;
  private final Backlog backlog;
  private final Clock clock;

  PipelinesHealth(Engine engine, Backlog backlog, Clock clock) {
    this.engine = engine;
    this.backlog = backlog;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    Engine.State state = engine.state();
    builder.withDetail("job", state.job());
    builder.withDetail(
        "restoredFrom", state.restoredFrom() == null ? "none" : state.restoredFrom());
    if (state.checkpoint() != null) {
      builder.withDetail(
          "checkpointAgeSeconds",
          Duration.between(state.checkpoint(), clock.instant()).toSeconds());
    }
    builder.status(state.running() ? Status.UP : DEGRADED);
    builder.withDetail("backlog", backlog.records());
  }
}
