package hongyan.pipelines.job;

import hongyan.pipelines.air.AreaDay;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.changes.AreaUpdate;
import hongyan.pipelines.changes.Cause;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * The day of one area, computed anew when the day of one of its stations changes. State is never
 * cleared, for the same reason as that of the stations' days; only what an update was caused by is
 * forgotten with it.
 */
@NullUnmarked
final class AreaDays extends KeyedProcessFunction<String, AreaUpdate, DayUpdate> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private final String city;
  private transient ReferenceView view;
  private transient Coalescing beats;
  private transient MapState<String, StationDay> stations;
  private transient MapState<String, StationDay> before;
  private transient MapState<String, Cause> causes;

  AreaDays(ReferenceSource source, String city) {
    this.source = source;
    this.city = city;
  }

  /** Returns the key: area and civil day. */
  static String key(AreaUpdate update) {
    return update.area() + "|" + update.update().day().date();
  }

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    view = source.open();
    var runtime = getRuntimeContext();
    stations =
        runtime.getMapState(new MapStateDescriptor<>("stations", String.class, StationDay.class));
    before =
        runtime.getMapState(new MapStateDescriptor<>("before", String.class, StationDay.class));
    causes = runtime.getMapState(new MapStateDescriptor<>("causes", String.class, Cause.class));
  }

  @Override
  public void processElement(AreaUpdate part, Context context, Collector<DayUpdate> out)
      throws Exception {
    DayUpdate update = part.update();
    String station = update.day().station();
    stations.put(station, update.day());
    if (update.before() != null && !before.contains(station)) {
      before.put(station, update.before());
    }
    for (Cause cause : update.causes()) {
      causes.put(cause.reading(), cause);
    }
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<DayUpdate> out)
      throws Exception {
    long began = System.nanoTime();
    String key = context.getCurrentKey();
    int bar = key.indexOf('|');
    String area = key.substring(0, bar);
    String date = key.substring(bar + 1);
    Map<String, StationDay> days = new HashMap<>();
    stations.entries().forEach(entry -> days.put(entry.getKey(), entry.getValue()));
    // One that has lost its role since still has its place in the days that it has made.
    int registered = Math.max(registered(area), days.size());
    var day = AreaDay.of(area, date, registered, days.values());
    List<Cause> all = new ArrayList<>();
    causes.values().forEach(all::add);
    if (all.isEmpty()) {
      out.collect(DayUpdate.plain(day));
    } else {
      before.entries().forEach(entry -> days.put(entry.getKey(), entry.getValue()));
      out.collect(new DayUpdate(day, AreaDay.of(area, date, registered, days.values()), all));
      before.clear();
      causes.clear();
    }
    beats.worked(began, System.nanoTime());
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
