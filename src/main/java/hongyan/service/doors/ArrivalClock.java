package hongyan.service.doors;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives each record its moment of arrival: never the same twice, always later than the one before,
 * in steps of at least a microsecond. One for each process; thread-safe. A large body runs ahead of
 * the clock by its number of records in microseconds.
 */
public final class ArrivalClock {
  private final Clock clock;
  private final AtomicReference<Instant> last;

  public ArrivalClock(Clock clock) {
    this(clock, Instant.EPOCH);
  }

  /**
   * @param last a moment that was given before: a clock that was set back must not make a
   *     correction look older than what it corrects
   */
  public ArrivalClock(Clock clock, Instant last) {
    this.clock = clock;
    this.last = new AtomicReference<>(last);
  }

  public Instant next() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return last.updateAndGet(before -> now.isAfter(before) ? now : before.plusNanos(1_000));
  }
}
