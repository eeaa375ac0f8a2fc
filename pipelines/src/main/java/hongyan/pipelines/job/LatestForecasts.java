package hongyan.pipelines.job;

import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.records.Newness;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Of each identity the newest forecast. State is never cleared: forecasts are few. */
@NullUnmarked
final class LatestForecasts extends KeyedProcessFunction<String, Forecast, Forecast> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<Forecast> current;
  private transient Counter duplicates;

  @Override
  public void open(OpenContext context) {
    current = getRuntimeContext().getState(new ValueStateDescriptor<>("forecast", Forecast.class));
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
  }

  @Override
  public void processElement(Forecast forecast, Context context, Collector<Forecast> out)
      throws Exception {
    Forecast known = current.value();
    boolean newer = known == null || Newness.replaces(forecast.receipt(), known.receipt());
    if (newer) {
      current.update(forecast);
    }
    if (known != null && known.sameContent(forecast)) {
      duplicates.inc();
      return;
    }
    if (known != null) {
      context.output(Tags.FORMER, Formers.of(newer ? known : forecast));
    }
    if (newer) {
      out.collect(forecast);
    }
  }
}
