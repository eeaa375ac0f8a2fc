package hongyan.service.log;

import hongyan.pipelines.records.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Creates the topics that are missing. The log is the one truth that the stores are rebuilt from,
 * so nothing in it expires; reference data are compacted to the newest of each key.
 */
final class LogTopics {
  private static final Map<String, String> KEPT = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");

  /** What is taken from there stands in the topics that are kept. */
  private static final Map<String, String> INBOX =
      Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(7).toMillis()));

  private static final Map<String, String> COMPACTED =
      Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

  private LogTopics() {}

  static void create(String bootstrapServers) {
    List<NewTopic> wanted =
        List.of(
            topic(Topics.READINGS, 4, KEPT),
            topic(Topics.OCCURRENCES, 2, KEPT),
            topic(Topics.FINDINGS, 2, KEPT),
            topic(Topics.CASUALTIES, 1, KEPT),
            topic(Topics.FORECASTS, 1, KEPT),
            topic(Topics.DEVICE_STATUS, 2, KEPT),
            topic(Topics.DECISIONS, 1, KEPT),
            topic(Topics.OCCURRENCE_DECISIONS, 1, KEPT),
            topic(Topics.DELETIONS, 1, KEPT),
            topic(Topics.ALERTS, 1, KEPT),
            topic(Topics.REJECTS, 1, KEPT),
            topic(Topics.FRAMES, 2, KEPT),
            topic(Topics.INBOX + Topics.READINGS, 2, INBOX),
            topic(Topics.INBOX + Topics.OCCURRENCES, 1, INBOX),
            topic(Topics.INBOX + Topics.FINDINGS, 1, INBOX),
            topic(Topics.INBOX + Topics.FORECASTS, 1, INBOX),
            topic(Topics.INBOX + Topics.DEVICE_STATUS, 1, INBOX),
            topic(Topics.INBOX + Topics.CASUALTIES, 1, INBOX),
            topic(Topics.REFERENCE, 1, COMPACTED));
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> present = admin.listTopics().names().get();
      admin
          .createTopics(wanted.stream().filter(t -> !present.contains(t.name())).toList())
          .all()
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "topics cannot be created on the log at " + bootstrapServers, e.getCause());
    }
  }

  private static NewTopic topic(String name, int partitions, Map<String, String> configuration) {
    // Replication is the cluster's own default: one in process, what its operators chose elsewhere.
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configuration);
  }
}
