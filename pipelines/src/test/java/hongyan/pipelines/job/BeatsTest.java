package hongyan.pipelines.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for a beat, on a machine whose clock jumps. */
class BeatsTest {
  private static final long RIGHT = Duration.ofDays(20_000).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long SOON = 1_000;

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void doesNotWaitForADayThatTheClockWasAhead() throws Exception {
    var operator = new Beats.OneInput<>(new Rung());
    var harness = one(operator);
    harness.setProcessingTime(RIGHT);
    harness.open();
    harness.setProcessingTime(RIGHT + DAY);
    harness.processElement("a", 0);
    harness.processElement("b", 0);
    harness.setProcessingTime(RIGHT + SOON);
    harness.processElement("c", 0);
    harness.setProcessingTime(RIGHT + 2 * SOON);
    assertThat(harness.extractOutputValues()).as("set when it was right").containsExactly("c");
    harness.setProcessingTime(RIGHT + SOON);
    operator.near.look();
    harness.setProcessingTime(RIGHT + 3 * SOON);
    assertThat(harness.extractOutputValues()).containsExactlyInAnyOrder("c", "a", "b");
    harness.setProcessingTime(RIGHT + 2 * DAY);
    assertThat(harness.extractOutputValues()).as("once each").hasSize(3);
  }

  @Test
  void doesNotWaitWhileTheClockIsADayBehind() throws Exception {
    var operator = new Beats.TwoInputs<>(new RungOfTwo());
    var harness = two(operator);
    harness.setProcessingTime(RIGHT);
    harness.open();
    harness.processElement1("a", 0);
    harness.processElement2("b", 0);
    harness.setProcessingTime(RIGHT - DAY);
    operator.near.look();
    harness.setProcessingTime(RIGHT - DAY + SOON);
    assertThat(harness.extractOutputValues()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void ringsAfterARestartWhatWasSetWhileTheClockWasAhead() throws Exception {
    var before = one(new Beats.OneInput<>(new Rung()));
    before.setProcessingTime(RIGHT + DAY);
    before.open();
    before.processElement("a", 0);
    var after = one(new Beats.OneInput<>(new Rung()));
    after.setProcessingTime(RIGHT);
    after.initializeState(before.snapshot(1, 1));
    after.open();
    after.setProcessingTime(RIGHT + SOON);
    assertThat(after.extractOutputValues()).containsExactly("a");
  }

  @Test
  void leavesABeatAloneThatIsNear() throws Exception {
    var operator = new Beats.OneInput<>(new Rung());
    var harness = one(operator);
    harness.setProcessingTime(RIGHT + 100);
    harness.open();
    harness.processElement("a", 0);
    harness.setProcessingTime(RIGHT + 50);
    operator.near.look();
    assertThat(harness.extractOutputValues()).isEmpty();
    harness.setProcessingTime(RIGHT + SOON);
    assertThat(harness.extractOutputValues()).containsExactly("a");
  }

  private KeyedOneInputStreamOperatorTestHarness<String, String, String> one(
      Beats.OneInput<String, String, String> operator) throws Exception {
    var harness = new KeyedOneInputStreamOperatorTestHarness<>(operator, key -> key, Types.STRING);
    opened.add(harness);
    return harness;
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, String, String, String> two(
      Beats.TwoInputs<String, String, String, String> operator) throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            operator, key -> key, key -> key, Types.STRING);
    opened.add(harness);
    return harness;
  }

  /** Sends its key on at each beat. */
  private static final class Rung extends KeyedProcessFunction<String, String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(String key, Context context, Collector<String> out) {
      new Coalescing().atNextBeat(context.timerService());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<String> out) {
      out.collect(context.getCurrentKey());
    }
  }

  private static final class RungOfTwo
      extends KeyedCoProcessFunction<String, String, String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement1(String key, Context context, Collector<String> out) {
      new Coalescing().atNextBeat(context.timerService());
    }

    @Override
    public void processElement2(String key, Context context, Collector<String> out) {
      new Coalescing().atNextBeat(context.timerService());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<String> out) {
      out.collect(context.getCurrentKey());
    }
  }
}
