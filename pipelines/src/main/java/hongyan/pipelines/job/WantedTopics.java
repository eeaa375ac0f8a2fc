package hongyan.pipelines.job;

import hongyan.pipelines.records.LogConnection;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/**
 * Whether the log has the topics that the job reads and writes. The service makes them; a job that
 * is submitted before them would only start itself again and again.
 */
final class WantedTopics {
  private static final int PATIENCE_MILLIS = 10_000;

  private WantedTopics() {}

  /** Throws {@link IllegalStateException} when a topic is missing or the log does not answer. */
  static void check(LogConnection log, Collection<String> topics) throws InterruptedException {
    Set<String> missing = new TreeSet<>(topics);
    try (Admin admin = Admin.create(client(log))) {
      missing.removeAll(admin.listTopics().names().get());
    } catch (ExecutionException | KafkaException e) {
      throw new IllegalStateException(
          "log: %s does not answer or does not let us in: %s".formatted(log, e.getMessage()), e);
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "log: %s has no topics %s; the service makes them when it starts"
              .formatted(log, missing));
    }
  }

  private static Map<String, Object> client(LogConnection log) {
    return log.client(
        Map.of(
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS / 2));
  }
}
