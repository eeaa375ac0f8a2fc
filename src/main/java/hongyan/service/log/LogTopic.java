package hongyan.service.log;

import hongyan.pipelines.records.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One topic: how it is made, and what one that is there already has to be like.
 *
 * @param partitions as many are made
 * @param exactly whether more of them would be wrong
 */
record LogTopic(String name, int partitions, boolean exactly, Keeping keeping) {
  /**
   * By how many milliseconds the clock of who writes may be ahead of the broker's: any number.
   * Kafka's own bound, an hour, would send every record away while a clock is wrong.
   */
  static final String ANY_CLOCK = String.valueOf(Long.MAX_VALUE);

  /** How long records stay. */
  enum Keeping {
    /** The truth that all stores are made from: nothing may expire or be compacted away. */
    FOR_EVER(
        "for ever",
        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "delete", TopicConfig.RETENTION_MS_CONFIG, "-1")),
    /** The newest of each key. */
    COMPACTED("compacted", Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact")),
    /** What is taken from there stands in the topics that are kept. */
    SEVEN_DAYS(
        "7 days",
        Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            "delete",
            TopicConfig.RETENTION_MS_CONFIG,
            String.valueOf(Duration.ofDays(7).toMillis())));

    private final String words;
    private final Map<String, String> configuration;

    Keeping(String words, Map<String, String> configuration) {
      this.words = words;
      this.configuration = configuration;
    }

    /** Returns what the page about the log says of it. */
    String words() {
      return words;
    }

    /** Returns the first setting that would lose something, as {@code name=value; needed: ...}. */
    private Optional<Fault> findFault(Function<String, String> found) {
      return switch (this) {
        case FOR_EVER ->
            differs(found, TopicConfig.CLEANUP_POLICY_CONFIG, "delete")
                .or(() -> differs(found, TopicConfig.RETENTION_MS_CONFIG, "-1"))
                .or(() -> differs(found, TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
        case COMPACTED -> differs(found, TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
        case SEVEN_DAYS -> differs(found, TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
      };
    }

    private static Optional<Fault> differs(
        Function<String, String> found, String name, String needed) {
      String value = found.apply(name);
      return needed.equals(value)
          ? Optional.empty()
          : Optional.of(new Fault(name + "=" + value, name + "=" + needed));
    }
  }

  /** What is wrong with a topic, and what it should be. */
  record Fault(String found, String needed) {}

  /** Every topic of the log. */
  static final List<LogTopic> ALL =
      List.of(
          kept(Topics.READINGS, 4),
          kept(Topics.OCCURRENCES, 2),
          kept(Topics.FINDINGS, 2),
          kept(Topics.CASUALTIES, 1),
          kept(Topics.DEVICE_STATUS, 2),
          kept(Topics.FORECASTS, 1),
          kept(Topics.DECISIONS, 1),
          kept(Topics.OCCURRENCE_DECISIONS, 1),
          kept(Topics.DELETIONS, 1),
          // Records name its offsets: those of several partitions could not be compared.
          new LogTopic(Topics.REFERENCE, 1, true, Keeping.COMPACTED),
          kept(Topics.ALERTS, 1),
          kept(Topics.REJECTS, 1),
          kept(Topics.FRAMES, 2),
          inbox(Topics.READINGS, 2),
          inbox(Topics.OCCURRENCES, 1),
          inbox(Topics.FINDINGS, 1),
          inbox(Topics.FORECASTS, 1),
          inbox(Topics.DEVICE_STATUS, 1),
          inbox(Topics.CASUALTIES, 1));

  private static LogTopic kept(String name, int partitions) {
    return new LogTopic(name, partitions, false, Keeping.FOR_EVER);
  }

  private static LogTopic inbox(String name, int partitions) {
    return new LogTopic(Topics.INBOX + name, partitions, false, Keeping.SEVEN_DAYS);
  }

  /** Returns what the page about the log says of its partitions. */
  String partitionsInWords() {
    if (exactly) {
      return "exactly " + partitions;
    }
    return partitions + " or more";
  }

  /** Returns the topic as it is made; how many copies is the cluster's own default. */
  NewTopic toMake() {
    Map<String, String> configuration = new HashMap<>(keeping.configuration);
    configuration.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, ANY_CLOCK);
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configuration);
  }

  /**
   * Returns the first thing that is wrong with the topic that is there.
   *
   * @param count of its partitions
   * @param configuration gives the value of each of its settings
   */
  Optional<Fault> findFault(int count, Function<String, String> configuration) {
    if (exactly ? count != partitions : count < partitions) {
      return Optional.of(new Fault(count + " partitions", partitionsInWords()));
    }
    return keeping.findFault(configuration);
  }
}
