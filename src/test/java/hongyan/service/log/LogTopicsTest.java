package hongyan.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import hongyan.pipelines.records.LogConnection;
import hongyan.service.settings.SettingFault;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The topics of a log that others made or changed, on a real broker. */
class LogTopicsTest {
  @TempDir private static Path folder;
  private static EmbeddedBroker broker;
  private static Admin admin;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(folder);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @AfterAll
  static void stopBroker() {
    admin.close();
    broker.close();
  }

  @BeforeEach
  void begin() throws Exception {
    admin.deleteTopics(admin.listTopics().names().get()).all().get();
    awaitTopics(Set.of());
  }

  @Test
  void makesWhatIsMissingAndAcceptsItAgain() throws Exception {
    open();
    assertThat(admin.listTopics().names().get())
        .containsExactlyInAnyOrderElementsOf(LogTopic.ALL.stream().map(LogTopic::name).toList());
    assertThatCode(this::open).doesNotThrowAnyException();
  }

  @Test
  void acceptsMorePartitionsThanItMakes() throws Exception {
    open();
    increase("readings", 6);
    assertThatCode(this::open).doesNotThrowAnyException();
  }

  @Test
  void refusesFewerPartitionsBeforeItMakesAnything() throws Exception {
    create("readings", 3);
    assertFault("hongyan.log", "readings", "3 partitions", "4 or more");
    assertThat(admin.listTopics().names().get()).containsExactly("readings");
  }

  @Test
  void refusesAReferenceOfSeveralPartitions() throws Exception {
    open();
    increase("reference", 2);
    assertFault("hongyan.log", "reference", "2 partitions", "exactly 1");
  }

  @Test
  void refusesWhateverWouldLoseRecords() throws Exception {
    open();
    assertFaultOf("findings", "retention.ms", "604800000", "retention.ms=-1");
    assertFaultOf("alerts", "retention.bytes", "1000000", "retention.bytes=-1");
    assertFaultOf("rejects", "cleanup.policy", "compact", "cleanup.policy=delete");
    assertFaultOf("reference", "cleanup.policy", "delete", "cleanup.policy=compact");
    assertFaultOf("inbox.findings", "cleanup.policy", "compact", "cleanup.policy=delete");
    assertThatCode(this::open).doesNotThrowAnyException();
  }

  @Test
  void leavesTheRetentionOfInboxesToOthers() throws Exception {
    open();
    set("inbox.readings", "retention.ms", "1000");
    assertThatCode(this::open).doesNotThrowAnyException();
  }

  @Test
  void takesRecordsFromAClockThatIsDaysAheadOfTheBrokers() throws Exception {
    ConfigResource itself = new ConfigResource(ConfigResource.Type.BROKER, "1");
    // Kafka's own bound, as brokers of others have it; a topic of theirs shows that it holds.
    set(itself, "log.message.timestamp.after.max.ms", "3600000");
    create("readings-of-others", 1);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> writeInTwoDays("readings-of-others"))
        .withCauseInstanceOf(InvalidTimestampException.class);
    begin();
    open();
    for (LogTopic topic : LogTopic.ALL) {
      assertThat(writeInTwoDays(topic.name())).as(topic.name()).isNotNegative();
    }
  }

  private static long writeInTwoDays(String topic) throws Exception {
    long then = Instant.now().plus(Duration.ofDays(2)).toEpochMilli();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      return producer.send(new ProducerRecord<>(topic, 0, then, "key", "value")).get().offset();
    }
  }

  @Test
  @Timeout(40) // Kafka's own patience is a minute
  void saysThatNobodyAnswersAndDoesNotWaitForEver() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    LogConnection nobody = LogConnection.plain("127.0.0.1:" + closed);
    assertThatExceptionOfType(SettingFault.class)
        .isThrownBy(() -> new LogTopics("hongyan.log", nobody, Duration.ofSeconds(2)).open())
        .withMessageContaining("hongyan.log")
        .withMessageContaining("127.0.0.1:" + closed)
        .withMessageContaining("within 2 s")
        .withNoCause();
  }

  @Test
  void isWhatThePageAboutTheLogShows() throws IOException {
    String page = Files.readString(Path.of("../docs/log.md"));
    List<String> rows = page.lines().filter(line -> line.startsWith("| `")).toList();
    for (LogTopic topic : LogTopic.ALL) {
      assertThat(rows)
          .filteredOn(row -> row.startsWith("| `" + topic.name() + "` |"))
          .as(topic.name())
          .singleElement()
          .asString()
          .endsWith("| %s | %s |".formatted(topic.partitionsInWords(), topic.keeping().words()));
    }
    assertThat(rows)
        .filteredOn(row -> row.matches(".* \\| (for ever|compacted|7 days) \\|"))
        .hasSameSizeAs(LogTopic.ALL);
  }

  private void assertFaultOf(String topic, String name, String value, String needed)
      throws Exception {
    String before = set(topic, name, value);
    assertFault("hongyan.log", "topic " + topic, name + "=" + value, needed);
    set(topic, name, before);
  }

  private void assertFault(String... words) {
    assertThatExceptionOfType(SettingFault.class)
        .isThrownBy(this::open)
        .withNoCause()
        .satisfies(fault -> assertThat(fault.getMessage()).contains(words));
  }

  private void open() {
    new LogTopics("hongyan.log", LogConnection.plain(broker.bootstrapServers())).open();
    awaitTopics(LogTopic.ALL.stream().map(LogTopic::name).collect(Collectors.toSet()));
  }

  /** What the controller has confirmed is known to the broker a moment later. */
  private static void awaitTopics(Set<String> topics) {
    await().until(() -> admin.listTopics().names().get().equals(topics));
  }

  private static void increase(String topic, int partitions) throws Exception {
    admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions))).all().get();
    await().until(() -> partitions(topic) == partitions);
  }

  private static int partitions(String topic) throws Exception {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .size();
  }

  private static void create(String topic, int partitions) throws Exception {
    admin
        .createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
        .all()
        .get();
    awaitTopics(Set.of(topic));
  }

  /** Sets it and returns what it was. */
  private static String set(String topic, String name, String value) throws Exception {
    return set(new ConfigResource(ConfigResource.Type.TOPIC, topic), name, value);
  }

  private static String set(ConfigResource resource, String name, String value) throws Exception {
    String before =
        admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
    AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
    await()
        .until(
            () ->
                admin.describeConfigs(List.of(resource)).all().get().values().stream()
                    .allMatch(config -> config.get(name).value().equals(value)));
    return before;
  }
}
