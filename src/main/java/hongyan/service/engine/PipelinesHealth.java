package hongyan.service.engine;

import org.apache.flink.api.common.JobStatus;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether the pipelines run. While they restart themselves, records wait on the log: nothing is
 * lost.
 */
@Component("pipelines")
class PipelinesHealth extends AbstractHealthIndicator {
  private final Engine engine;
  private final Backlog backlog;

  PipelinesHealth(Engine engine, Backlog backlog) {
    this.engine = engine;
    this.backlog = backlog;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    JobStatus status = engine.status();
    builder.withDetail("job", status == null ? "not started" : status.name());
    builder.withDetail(
        "restoredFrom",
        engine.restoredFrom() == null ? "none" : engine.restoredFrom().getFileName().toString());
    builder.withDetail("backlog", backlog.records());
    if (status == JobStatus.RUNNING) {
      builder.up();
    } else {
      builder.down();
    }
  }
}
