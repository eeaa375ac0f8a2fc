package hongyan.pipelines.reference;

import hongyan.geo.place.Counties;
import hongyan.pipelines.records.Schema;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.records.UnreadableRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that reads the reference topic, and what it has read. */
final class ReferenceFollower implements AutoCloseable {

  /** A reference, and the offset up to which the log is in it. */
  record State(Reference reference, long end) {}

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceFollower.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.REFERENCE, 0);

  private final String name;
  private final Supplier<Consumer<String, @Nullable String>> consumers;
  private final Entries entries;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private volatile State state;
  private volatile boolean closing;
  private long startEnd = Long.MAX_VALUE;
  private @Nullable RuntimeException failure;

  /**
   * @param name how messages call the log
   * @param consumers opens a consumer; the thread closes it
   */
  ReferenceFollower(
      String name, Supplier<Consumer<String, @Nullable String>> consumers, Counties counties) {
    this.name = name;
    this.consumers = consumers;
    this.entries = new Entries(counties);
    this.state = new State(entries.snapshot(), 0);
    this.thread = new Thread(this::follow, "reference-log");
    thread.setDaemon(true);
    thread.start();
  }

  State state() {
    return state;
  }

  /** Waits until what the log held when following began has been read. */
  void awaitStart() {
    lock.lock();
    try {
      waitUntil(() -> state.end() >= startEnd, "the end that it had at start");
    } finally {
      lock.unlock();
    }
  }

  Reference await(long offset) {
    State now = state;
    if (now.end() >= offset) {
      return now.reference();
    }
    lock.lock();
    try {
      waitUntil(() -> state.end() >= offset, "offset " + offset);
      return state.reference();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitUntil(BooleanSupplier reached, String what) {
    long left = ReferenceLog.PATIENCE.toNanos();
    try {
      while (!reached.getAsBoolean()) {
        if (failure != null) {
          throw new ReferenceBehindException(
              "reference log at %s cannot be followed".formatted(name), failure);
        }
        if (left <= 0) {
          throw new ReferenceBehindException(
              "reference log at %s: read to offset %d only, waited %d s for %s"
                  .formatted(name, state.end(), ReferenceLog.PATIENCE.toSeconds(), what));
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReferenceBehindException("interrupted while waiting for " + what, e);
    }
  }

  private void follow() {
    try (Consumer<String, @Nullable String> consumer = consumers.get()) {
      begin(consumer);
      while (!closing) {
        boolean any = false;
        for (ConsumerRecord<String, @Nullable String> item :
            consumer.poll(Duration.ofMillis(500))) {
          apply(item);
          any = true;
        }
        long end = consumer.position(PARTITION);
        if (any || end > state.end()) {
          publish(any ? entries.snapshot() : state.reference(), end);
        }
      }
    } catch (InterruptException | WakeupException e) {
      LOG.debug("reference log: no longer followed");
    } catch (KafkaException | IllegalStateException e) {
      fail(e);
    }
  }

  private void begin(Consumer<String, @Nullable String> consumer) {
    int partitions = consumer.partitionsFor(Topics.REFERENCE).size();
    if (partitions > 1) {
      throw new IllegalStateException(
          "topic %s has %d partitions, must have 1".formatted(Topics.REFERENCE, partitions));
    }
    var all = List.of(PARTITION);
    consumer.assign(all);
    consumer.seekToBeginning(all);
    long end = consumer.endOffsets(all).getOrDefault(PARTITION, 0L);
    lock.lock();
    try {
      startEnd = end;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void apply(ConsumerRecord<String, @Nullable String> item) {
    String key = item.key();
    if (key == null) {
      LOG.warn("reference log, offset {}: no key, left out", item.offset());
      return;
    }
    try {
      Schema.check(Schema.markOf(item.headers()));
      entries.apply(key, item.value()).ifPresent(why -> leaveOut(item, why));
    } catch (UnreadableRecord e) {
      leaveOut(item, e.why());
    }
  }

  /** The service keeps it among the rejects; here, in every process, it is only said. */
  private static void leaveOut(ConsumerRecord<String, @Nullable String> item, String why) {
    LOG.warn("reference log, offset {}: {} left out: {}", item.offset(), item.key(), why);
  }

  private void publish(Reference reference, long end) {
    lock.lock();
    try {
      state = new State(reference, end);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void fail(RuntimeException e) {
    LOG.error("reference log at {}: {}", name, e.getMessage(), e);
    lock.lock();
    try {
      failure = e;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
