package hongyan.service.health;

import hongyan.service.log.LogAddress;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the log answers. Without it no record can be acknowledged: the service is down. */
@Component("log")
class LogHealth extends AbstractHealthIndicator implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Admin admin;

  LogHealth(LogAddress log) {
    super("the log does not answer");
    // Asked every few seconds: what is not answered is given up before it is asked again.
    int millis = (int) PATIENCE.toMillis();
    this.admin =
        Admin.create(
            log.connection()
                .client(
                    Map.of(
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        millis,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        millis)));
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    int brokers = admin.describeCluster().nodes().get().size();
    builder.up().withDetail("brokers", brokers);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
