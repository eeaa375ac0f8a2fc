package hongyan.service.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalClockTest {

  @Test
  void givesALaterMomentEachTimeThoughItsClockStandsStill() {
    ArrivalClock arrivals = new ArrivalClock(TestDoor.CLOCK);
    Instant first = arrivals.next();
    assertThat(first).isEqualTo(TestDoor.CLOCK.instant());
    assertThat(arrivals.next()).isEqualTo(first.plusNanos(1_000));
  }

  @Test
  void goesOnFromTheLastMomentWhenTheClockWasSetBack() {
    Instant last = TestDoor.CLOCK.instant().plusSeconds(86_400);
    assertThat(new ArrivalClock(TestDoor.CLOCK, last).next()).isAfter(last);
  }

  @Test
  void givesNoMomentTwiceToManyThreads() {
    ArrivalClock arrivals = new ArrivalClock(TestDoor.CLOCK);
    Set<Instant> moments = new HashSet<>();
    IntStream.range(0, 10_000)
        .parallel()
        .mapToObj(i -> arrivals.next())
        .toList()
        .forEach(moments::add);
    assertThat(moments).hasSize(10_000);
  }
}
