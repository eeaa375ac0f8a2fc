package hongyan.service.engine;

import hongyan.service.health.Degraded;
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
  /** Checkpoints are made every five seconds: after so many, something holds them up. */
  private static final Duration STALE = Duration.ofMinutes(2);

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
    boolean stale = false;
    if (state.checkpoint() != null) {
      Duration age = Duration.between(state.checkpoint(), clock.instant());
      builder.withDetail("checkpointAgeSeconds", age.toSeconds());
      stale = age.compareTo(STALE) > 0;
    }
    builder.status(state.running() && !stale ? Status.UP : Degraded.STATUS);
    builder.withDetail("backlog", backlog.records());
  }
}
