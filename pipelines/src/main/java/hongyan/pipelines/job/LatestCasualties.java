package hongyan.pipelines.job;

import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.records.Newness;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Of each casualtyID the newest casualty. State is never cleared: casualties are few. */
@NullUnmarked
final class LatestCasualties extends KeyedProcessFunction<String, PlacedCasualty, PlacedCasualty> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<Casualty> current;
  private transient Counter duplicates;

  @Override
  public void open(OpenContext context) {
    current = getRuntimeContext().getState(new ValueStateDescriptor<>("casualty", Casualty.class));
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
  }

  @Override
  public void processElement(PlacedCasualty placed, Context context, Collector<PlacedCasualty> out)
      throws Exception {
    Casualty casualty = placed.casualty();
    Casualty known = current.value();
    boolean newer = known == null || Newness.replaces(casualty.receipt(), known.receipt());
    if (newer) {
      current.update(casualty);
    }
    if (known != null && known.sameContent(casualty)) {
      duplicates.inc();
      return;
    }
    if (known != null) {
      context.output(Tags.FORMER, Formers.of(newer ? known : casualty));
    }
    if (newer) {
      out.collect(placed);
    }
  }
}
