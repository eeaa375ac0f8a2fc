package hongyan.service.log;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log on a thread of its own until it is stopped. After a failure of the log or of what
 * takes the records it opens its consumer anew, so whoever opens it places it behind the last
 * records that were really taken.
 */
public final class LogThread {
  private static final Logger LOGGER = LoggerFactory.getLogger(LogThread.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LAST_RECORDS = Duration.ofSeconds(10);

  private final String name;
  private final Supplier<KafkaConsumer<byte[], byte[]>> open;
  private final BiConsumer<ConsumerRecords<byte[], byte[]>, KafkaConsumer<byte[], byte[]>> take;
  private volatile boolean running;
  private Thread thread = new Thread();

  /**
   * @param name of the thread, and of the reader in what the service has to say
   * @param open gives a consumer that stands where reading goes on
   * @param take takes records, never none; what it throws has them read again
   */
  public LogThread(
      String name,
      Supplier<KafkaConsumer<byte[], byte[]>> open,
      BiConsumer<ConsumerRecords<byte[], byte[]>, KafkaConsumer<byte[], byte[]>> take) {
    this.name = name;
    this.open = open;
    this.take = take;
  }

  public void start() {
    running = true;
    thread = new Thread(this::follow, name);
    thread.start();
  }

  /** Returns once the records that it has in hand are taken. */
  public void stop() {
    running = false;
    try {
      thread.join(LAST_RECORDS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isRunning() {
    return running;
  }

  private void follow() {
    while (running) {
      try (KafkaConsumer<byte[], byte[]> consumer = open.get()) {
        while (running) {
          ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
          if (!records.isEmpty()) {
            take.accept(records, consumer);
          }
        }
      } catch (RuntimeException failure) {
        LOGGER.error("{}: the log could not be read; starting over", name, failure);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
