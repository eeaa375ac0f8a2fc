package hongyan.service.inbox;

import hongyan.pipelines.records.Topics;
import hongyan.service.doors.MessageDoor;
import hongyan.service.log.LogAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads what others write to {@code inbox.readings}, {@code inbox.occurrences} and so on, and takes
 * each message as a body. How far it has read is committed after that, so after a kill some are
 * taken twice, which changes nothing.
 */
@Component
@ConditionalOnBooleanProperty(name = "hongyan.inbox.enabled", matchIfMissing = true)
class Inbox implements SmartLifecycle {
  private static final Logger LOGGER = LoggerFactory.getLogger(Inbox.class);
  private static final String NAME = "kafka";

  private final LogAddress address;
  private final MessageDoor door;
  private volatile boolean running;
  private Thread thread = new Thread();

  Inbox(LogAddress address, MessageDoor door) {
    this.address = address;
    this.door = door.named(NAME);
  }

  @Override
  public void start() {
    running = true;
    thread = new Thread(this::follow, "inbox");
    thread.start();
  }

  @Override
  public void stop() {
    running = false;
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void follow() {
    List<String> topics = door.kinds().stream().map(kind -> Topics.INBOX + kind).toList();
    while (running) {
      try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
        consumer.subscribe(topics);
        while (running) {
          ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(300));
          for (ConsumerRecord<byte[], byte[]> each : records) {
            if (each.value() != null) {
              door.take(each.topic().substring(Topics.INBOX.length()), each.value());
            }
          }
          if (!records.isEmpty()) {
            consumer.commitSync();
          }
        }
      } catch (RuntimeException failure) {
        LOGGER.error("the inbox could not be read; starting over", failure);
        pause();
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            address.bootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "hongyan-inbox",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            100,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
