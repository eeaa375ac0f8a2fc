package hongyan.benchmarks.parts;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A sender that takes nothing for sent before it was answered 202, as field devices do. */
final class Sending {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final long PAUSE_MILLIS = 500;
  private static final long POLL_MILLIS = 20;

  private final Client client;
  private final Load load;
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final CompletableFuture<Void> done;

  private Sending(Client client, Load load) {
    this.client = client;
    this.load = load;
    this.done = CompletableFuture.runAsync(this::run);
  }

  static Sending start(Client client, Load load) {
    return new Sending(client, load);
  }

  /** Returns once that many bodies were answered 202. */
  void awaitAcknowledged(int bodies) throws InterruptedException {
    while (acknowledged.get() < bodies) {
      if (done.isDone()) {
        done.join();
        return;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Returns how often a body had to be sent again. */
  int again() {
    return again.get();
  }

  /** Returns once everything was answered 202. */
  void await() {
    done.join();
  }

  private void run() {
    try {
      for (int body = 0; body < load.bodies(); body++) {
        deliver("/api/v1/readings", "text/csv; charset=utf-8", load.body(body));
        if (load.hasFinding(body)) {
          deliver("/api/v1/findings", "application/json", load.finding(body));
        }
        acknowledged.incrementAndGet();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void deliver(String path, String type, String body) throws InterruptedException {
    again.addAndGet(deliver(client, path, type, body));
  }

  /** Sends a body until it is answered 202; returns how often it had to be sent again. */
  static int deliver(Client client, String path, String type, String body)
      throws InterruptedException {
    int again = 0;
    long end = System.nanoTime() + LIMIT.toNanos();
    int status = client.send("POST", path, type, body);
    while (status != 202) {
      if (status >= 400 && status < 500 || System.nanoTime() > end) {
        throw new IllegalStateException(path + " was answered " + status);
      }
      again++;
      Thread.sleep(PAUSE_MILLIS);
      status = client.send("POST", path, type, body);
    }
    return again;
  }
}
