package hongyan.pipelines.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.TimerService;
import org.junit.jupiter.api.Test;

class CoalescingTest {
  private static final long HALF_A_SECOND = 500_000_000;

  private final List<Long> timers = new ArrayList<>();
  private final Coalescing beats = new Coalescing();

  @Test
  void setsOneMomentForAllChangesWithinABeat() {
    beats.atNextBeat(clockAt(1_000));
    beats.atNextBeat(clockAt(1_199));
    beats.atNextBeat(clockAt(1_200));
    assertThat(timers).containsExactly(1_200L, 1_200L, 1_500L);
  }

  @Test
  void doublesTheBeatWhileItsWorkTakesMuchOfTheTimeAndHalvesItAfterwards() {
    long now = System.nanoTime();
    for (int second = 0; second < 20; second++) {
      beats.worked(now, now + HALF_A_SECOND);
      now += 2 * HALF_A_SECOND;
      beats.worked(now, now);
    }
    beats.atNextBeat(clockAt(10_000));
    assertThat(timers).containsExactly(20_000L);
    for (int second = 0; second < 20; second++) {
      now += 2 * HALF_A_SECOND;
      beats.worked(now, now);
    }
    beats.atNextBeat(clockAt(10_000));
    assertThat(timers).containsExactly(20_000L, 10_200L);
  }

  private TimerService clockAt(long now) {
    return new TimerService() {
      @Override
      public long currentProcessingTime() {
        return now;
      }

      @Override
      public long currentWatermark() {
        return Long.MIN_VALUE;
      }

      @Override
      public void registerProcessingTimeTimer(long time) {
        timers.add(time);
      }

      @Override
      public void registerEventTimeTimer(long time) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void deleteProcessingTimeTimer(long time) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void deleteEventTimeTimer(long time) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
