package hongyan.pipelines.job;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.ConnectedStreams;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.jspecify.annotations.NullUnmarked;

/**
 * Puts functions whose timers are beats ({@link Coalescing}) into the flow: as {@code process} of
 * the streams does, and with {@link NearTimers}. State and timers are the same as with it.
 */
@NullUnmarked
final class Beats {

  private Beats() {}

  static <K, I, O> SingleOutputStreamOperator<O> process(
      KeyedStream<I, K> stream, KeyedProcessFunction<K, I, O> function, Class<O> output) {
    return stream.transform("Beats", TypeInformation.of(output), new OneInput<>(function));
  }

  /** The same for two streams of one key. */
  static <K, I, J, O> SingleOutputStreamOperator<O> process(
      ConnectedStreams<I, J> streams,
      KeyedCoProcessFunction<K, I, J, O> function,
      Class<O> output) {
    return streams.transform("Beats", TypeInformation.of(output), new TwoInputs<>(function));
  }

  static final class OneInput<K, I, O> extends KeyedProcessOperator<K, I, O> {
    private static final long serialVersionUID = 1L;

    transient NearTimers near;

    OneInput(KeyedProcessFunction<K, I, O> function) {
      super(function);
    }

    @Override
    public void open() throws Exception {
      super.open();
      near = NearTimers.keep(this);
    }
  }

  static final class TwoInputs<K, I, J, O> extends KeyedCoProcessOperator<K, I, J, O> {
    private static final long serialVersionUID = 1L;

    transient NearTimers near;

    TwoInputs(KeyedCoProcessFunction<K, I, J, O> function) {
      super(function);
    }

    @Override
    public void open() throws Exception {
      super.open();
      near = NearTimers.keep(this);
    }
  }
}
