package hongyan.pipelines.job;

import hongyan.pipelines.air.AreaDay;
import hongyan.pipelines.air.AreaPart;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import java.util.ArrayList;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * The day of one area, computed anew when the day of one of its stations changes. State is never
 * cleared, for the same reason as that of the stations' days.
 */
@NullUnmarked
final class AreaDays extends KeyedProcessFunction<String, AreaPart, StationDay> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private final String city;
  private transient ReferenceView view;
  private transient MapState<String, StationDay> stations;
  private transient Coalescing beats;

  AreaDays(ReferenceSource source, String city) {
    this.source = source;
    this.city = city;
  }

  /** Returns the key: area and civil day. */
  static String key(AreaPart part) {
    return part.area() + "|" + part.day().date();
  }

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    view = source.open();
    stations =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("stations", String.class, StationDay.class));
  }

  @Override
  public void processElement(AreaPart part, Context context, Collector<StationDay> out)
      throws Exception {
    stations.put(part.day().station(), part.day());
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<StationDay> out)
      throws Exception {
    long began = System.nanoTime();
    var days = new ArrayList<StationDay>();
    stations.values().forEach(days::add);
    String key = context.getCurrentKey();
    int bar = key.indexOf('|');
    String area = key.substring(0, bar);
    // One that has lost its role since still has its place in the days that it has made.
    int registered = Math.max(registered(area), days.size());
    out.collect(AreaDay.of(area, key.substring(bar + 1), registered, days));
    beats.worked(time, began);
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }

  private int registered(String area) {
    Reference reference = view.atLeast(0);
    return area.equals(city)
        ? reference.countEvaluationPoints()
        : reference.countEvaluationPoints(area);
  }
}
