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

  PipelinesHealth(Engine engine) {
    this.engine = engine;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    JobStatus status = engine.status();
    builder.withDetail("job", status == null ? "not started" : status.name());
    builder.withDetail(
        "restoredFrom",
        engine.restoredFrom() == null ? "none" : engine.restoredFrom().getFileName().toString());
    if (status == JobStatus.RUNNING) {
      builder.up();
    } else {
      builder.down();
    }
  }
}
