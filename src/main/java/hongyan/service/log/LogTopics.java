package hongyan.service.log;

import hongyan.pipelines.records.LogConnection;
import hongyan.service.settings.SettingFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics that are missing, and looks at those that are there before anything is written:
 * the log is the one truth that the stores are made from.
 */
final class LogTopics {
  private static final Logger LOGGER = LoggerFactory.getLogger(LogTopics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String setting;
  private final LogConnection log;
  private final Duration patience;

  /**
   * @param setting that leads to the log, for messages
   */
  LogTopics(String setting, LogConnection log) {
    this(setting, log, PATIENCE);
  }

  /**
   * @param patience how long the log may take for one answer
   */
  LogTopics(String setting, LogConnection log, Duration patience) {
    this.setting = setting;
    this.log = log;
    this.patience = patience;
  }

  /**
   * Returns once every topic is there and as it has to be.
   *
   * @throws SettingFault when one is not, or when the log does not answer
   */
  void open() {
    try (Admin admin = Admin.create(client())) {
      Set<String> present = admin.listTopics().names().get();
      check(admin, LogTopic.ALL.stream().filter(t -> present.contains(t.name())).toList());
      make(admin, LogTopic.ALL.stream().filter(t -> !present.contains(t.name())).toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw unreachable(e.getCause());
    } catch (KafkaException e) {
      throw unreachable(e.getCause() == null ? e : e.getCause());
    }
  }

  private Map<String, Object> client() {
    return log.client(
        Map.of(
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) patience.toMillis(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) patience.toMillis() / 2));
  }

  private SettingFault unreachable(Throwable why) {
    LOGGER.error("the log at {} cannot be opened", log, why);
    return new SettingFault(
        setting,
        "the log at %s did not do what it was asked within %d s (%s: %s)"
            .formatted(log, patience.toSeconds(), why.getClass().getSimpleName(), why.getMessage()),
        "a Kafka cluster that answers there, and what it asks for to log in as hongyan.kafka.*");
  }

  private static void make(Admin admin, List<LogTopic> missing)
      throws InterruptedException, ExecutionException {
    for (var made :
        admin.createTopics(missing.stream().map(LogTopic::toMake).toList()).values().values()) {
      try {
        made.get();
      } catch (ExecutionException e) {
        // Another service of the same log was first.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  private void check(Admin admin, List<LogTopic> topics)
      throws InterruptedException, ExecutionException {
    List<String> names = topics.stream().map(LogTopic::name).toList();
    Map<String, TopicDescription> found = admin.describeTopics(names).allTopicNames().get();
    Map<ConfigResource, Config> configs =
        admin
            .describeConfigs(names.stream().map(LogTopics::resource).collect(Collectors.toSet()))
            .all()
            .get();
    for (LogTopic topic : topics) {
      Config config = configs.get(resource(topic.name()));
      TopicDescription description = found.get(topic.name());
      check(topic, description, name -> config.get(name).value());
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private void check(
      LogTopic topic, TopicDescription found, Function<String, String> configuration) {
    Optional<LogTopic.Fault> fault = topic.findFault(found.partitions().size(), configuration);
    if (fault.isPresent()) {
      throw new SettingFault(
          setting,
          "topic %s on the log at %s has %s".formatted(topic.name(), log, fault.get().found()),
          fault.get().needed() + " (docs/log.md)");
    }
    int copies = found.partitions().get(0).replicas().size();
    String confirmed = configuration.apply(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
    if (copies > 1 && confirmed.equals("1")) {
      LOGGER.warn(
          "topic {} has {} copies and confirms with one: set min.insync.replicas to 2 (docs/log.md)",
          topic.name(),
          copies);
    }
  }
}
