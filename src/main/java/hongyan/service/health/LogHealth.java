package hongyan.service.health;

import hongyan.service.log.LogAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the log answers. Without it no record can be acknowledged: the service is down. */
@Component("log")
class LogHealth extends AbstractHealthIndicator implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final Admin admin;

  LogHealth(LogAddress log) {
    super("the log does not answer");
    this.admin = Admin.create(log.connection().client(Map.of()));
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    int brokers = admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS).size();
    builder.up().withDetail("brokers", brokers);
  }

  @Override
  public void close() {
    admin.close();
  }
}
