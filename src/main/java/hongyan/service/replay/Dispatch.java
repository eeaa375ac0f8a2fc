package hongyan.service.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Sends on what a format reads, at the pace asked for, and counts it. For one thread. */
final class Dispatch implements Outlet {
  private final Sender sender;
  private final Totals totals;
  private final Set<String> settled = new HashSet<>();
  private final boolean registering;
  private final Pacer pacer;
  private final LongConsumer sent;

  /**
   * @param registering whether stations that the service does not know are registered
   * @param speed times real time, 0 for as fast as it goes
   * @param sent hears the number of records after each body
   */
  Dispatch(
      Sender sender,
      Totals totals,
      boolean registering,
      double speed,
      Pause pause,
      LongConsumer sent) {
    this.sender = sender;
    this.totals = totals;
    this.registering = registering;
    this.pacer = new Pacer(speed, pause);
    this.sent = sent;
  }

  @Override
  public void station(MetStation station) {
    if (!registering || !settled.add(station.id()) || sender.knowsStation(station.id())) {
      return;
    }
    Answer answer = sender.register(station);
    if (answer.bodyTaken()) {
      totals.station();
    } else {
      totals.refused("station " + station.id() + ": " + answer.reason());
    }
  }

  @Override
  public void body(Body body) {
    pacer.await(body.firstTime());
    totals.body(body, sender.send(body));
    sent.accept(totals.records());
  }

  @Override
  public void notTaken(String reason, int count) {
    totals.notTaken(reason, count);
  }

  /** Holds a body back until its first record's time has come, counted from the first body's. */
  private static final class Pacer {
    private final double speed;
    private final Pause pause;
    private @Nullable Instant origin;
    private long startNanos;

    Pacer(double speed, Pause pause) {
      this.speed = speed;
      this.pause = pause;
    }

    void await(@Nullable Instant time) {
      if (speed <= 0 || time == null) {
        return;
      }
      if (origin == null) {
        origin = time;
        startNanos = System.nanoTime();
      }
      double dueMillis = Duration.between(origin, time).toMillis() / speed;
      long wait = (long) dueMillis - (System.nanoTime() - startNanos) / 1_000_000;
      if (wait > 0) {
        pause.pause(Duration.ofMillis(wait));
      }
    }
  }
}
