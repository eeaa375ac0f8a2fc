package hongyan.pipelines.job;

import hongyan.pipelines.birds.BirdCount;
import hongyan.pipelines.birds.CountChange;
import java.util.ArrayList;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * The counts of one species at one subject on one day, hour by hour. State is never cleared: what a
 * correction takes back must still be counted.
 */
@NullUnmarked
final class BirdCounts extends KeyedProcessFunction<String, CountChange, BirdCount> {

  private static final long serialVersionUID = 1L;
  private static final String DAY_ONLY = "day";

  private transient MapState<String, BirdCount> counts;
  private transient MapState<String, Boolean> changed;
  private transient Coalescing beats;

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    counts =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("counts", String.class, BirdCount.class));
    changed =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("changed", String.class, Boolean.class));
  }

  @Override
  public void processElement(CountChange change, Context context, Collector<BirdCount> out)
      throws Exception {
    String hour = change.hour() == null ? DAY_ONLY : change.hour().toString();
    counts.put(hour, change.addTo(counts.get(hour)));
    changed.put(hour, true);
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<BirdCount> out)
      throws Exception {
    long began = System.nanoTime();
    var hours = new ArrayList<String>();
    changed.keys().forEach(hours::add);
    for (String hour : hours) {
      out.collect(counts.get(hour));
    }
    changed.clear();
    beats.worked(began, System.nanoTime());
  }
}
