package hongyan.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.MemoryLog;
import hongyan.service.doors.TestMessages;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.log.EmbeddedBroker;
import hongyan.service.log.LogAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A producer that is not ours writes to an inbox topic of a real broker. */
class InboxTest {
  private static final String TOPIC = Topics.INBOX + Topics.READINGS;

  @TempDir private Path folder;
  private final MemoryLog log = new MemoryLog();

  @Test
  void takesEachMessageThroughTheChecksAndGoesOnWhereItStopped() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
      create(broker);
      write(broker, reading("01"), "{broken", reading("25"));
      Inbox inbox = open(broker);
      await("good and bad are taken").until(() -> readings() == 1 && rejects() == 2);
      assertThat(log.values(Topics.REJECTS, Reject.class)).allMatch(r -> r.door().equals("kafka"));
      inbox.stop();
      write(broker, reading("02"));
      Inbox again = open(broker);
      await("only what is new is taken").until(() -> readings() == 2);
      again.stop();
    }
  }

  private static void create(EmbeddedBroker broker) throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private Inbox open(EmbeddedBroker broker) {
    Inbox inbox =
        new Inbox(
            LogAddress.outside(LogConnection.plain(broker.bootstrapServers())),
            TestMessages.door(log));
    inbox.start();
    return inbox;
  }

  private int readings() {
    return log.values(Topics.READINGS, Reading.class).size();
  }

  private int rejects() {
    return log.values(Topics.REJECTS, Reject.class).size();
  }

  private static void write(EmbeddedBroker broker, String... messages) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      for (String message : messages) {
        producer.send(new ProducerRecord<>(TOPIC, message));
      }
    }
  }

  private static String reading(String hour) {
    return """
        {"station":"2477A","time":"2024-10-22T%s:00:00+08:00","pollutant":"PM2.5","value":35,"unit":"ug/m3"}"""
        .formatted(hour);
  }
}
