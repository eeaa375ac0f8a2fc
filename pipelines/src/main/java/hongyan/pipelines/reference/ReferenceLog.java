package hongyan.pipelines.reference;

import hongyan.geo.city.City;
import hongyan.geo.place.Counties;
import hongyan.pipelines.records.LogConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The reference topic, followed by one thread of this process however many ask for it.
 *
 * <p>Offsets are of the topic's only partition. Thread-safe.
 */
public final class ReferenceLog implements ReferenceView {

  /** How long a record waits for a reference that its door had seen already. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<Place, Shared> OPEN = new HashMap<>();

  /** A log, and the city whose counties its records are placed in. */
  private record Place(LogConnection log, String city) {}

  private final Shared shared;
  private boolean closed;

  private ReferenceLog(Shared shared) {
    this.shared = shared;
  }

  /**
   * Opens the log and waits until everything is read that it holds now.
   *
   * @param connection where the log is
   * @param city folder name of the city whose counties records are placed in
   * @throws ReferenceBehindException when the log cannot be read to its end in time
   * @throws IllegalStateException when the topic has several partitions: offsets then say nothing
   */
  public static ReferenceLog follow(LogConnection connection, String city) {
    Shared shared;
    synchronized (OPEN) {
      shared = OPEN.computeIfAbsent(new Place(connection, city), Shared::new);
      shared.users++;
    }
    var log = new ReferenceLog(shared);
    try {
      shared.follower.awaitStart();
      return log;
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** Returns why an entry cannot be used, or empty when it can. */
  public static Optional<String> findFault(String key, String json, Counties counties) {
    return new Entries(counties).apply(key, json);
  }

  /** Returns what has been read so far. */
  public Reference current() {
    return shared.follower.state().reference();
  }

  /** Returns the offset after the last record that {@link #current} has in it. */
  public long end() {
    return shared.follower.state().end();
  }

  @Override
  public Reference atLeast(long offset) {
    return shared.follower.await(offset);
  }

  /** Ends this user's part; the last one stops following. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    synchronized (OPEN) {
      if (--shared.users > 0) {
        return;
      }
      OPEN.remove(shared.place);
    }
    shared.follower.close();
  }

  private static final class Shared {
    private final Place place;
    private final ReferenceFollower follower;
    private int users;

    Shared(Place place) {
      this.place = place;
      this.follower =
          new ReferenceFollower(
              place.log().bootstrapServers(),
              () -> new KafkaConsumer<>(settings(place.log())),
              City.open(place.city()).counties());
    }
  }

  private static Map<String, Object> settings(LogConnection log) {
    return log.client(
        Map.of(
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            StringDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            StringDeserializer.class,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            100));
  }
}
