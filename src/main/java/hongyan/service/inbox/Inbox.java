package hongyan.service.inbox;

import hongyan.pipelines.records.Topics;
import hongyan.service.doors.MessageDoor;
import hongyan.service.log.LogAddress;
import hongyan.service.log.LogThread;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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
  private static final String NAME = "kafka";

  private final LogAddress address;
  private final MessageDoor door;
  private final LogThread thread = new LogThread("inbox", this::consumer, this::take);

  Inbox(LogAddress address, MessageDoor door) {
    this.address = address;
    this.door = door.named(NAME);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    thread.stop();
  }

  @Override
  public boolean isRunning() {
    return thread.isRunning();
  }

  private void take(
      ConsumerRecords<byte[], byte[]> records, KafkaConsumer<byte[], byte[]> consumer) {
    for (ConsumerRecord<byte[], byte[]> each : records) {
      if (each.value() != null) {
        door.take(each.topic().substring(Topics.INBOX.length()), each.value());
      }
    }
    consumer.commitSync();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            address
                .connection()
                .client(
                    Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "hongyan-inbox",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        100,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(door.kinds().stream().map(kind -> Topics.INBOX + kind).toList());
    return consumer;
  }
}
