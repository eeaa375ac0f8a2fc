package hongyan.service.mqtt;

import hongyan.service.doors.MessageDoor;
import hongyan.service.log.LogUnavailable;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one message after the other to the door and acknowledges it only after that: while the log
 * cannot be written the next ones wait at the broker.
 */
final class Delivery {
  private static final Logger LOGGER = LoggerFactory.getLogger(Delivery.class);

  private final MessageDoor door;
  private final String prefix;
  private volatile boolean stopping;

  Delivery(MessageDoor door, String prefix) {
    this.door = door;
    this.prefix = prefix;
  }

  void stop() {
    stopping = true;
  }

  void take(String topic, byte[] message, Runnable acknowledge) {
    String kind = topic.substring(Math.min(topic.length(), prefix.length() + 1));
    if (!door.kinds().contains(kind)) {
      LOGGER.warn("a message on the topic {} is of no kind that is taken", topic);
      acknowledge.run();
      return;
    }
    while (!stopping) {
      try {
        door.take(kind, message);
        acknowledge.run();
        return;
      } catch (LogUnavailable unavailable) {
        LOGGER.error("a message waits until the log can be written", unavailable);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
