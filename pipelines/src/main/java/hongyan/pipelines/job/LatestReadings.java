package hongyan.pipelines.job;

import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Newness;
import java.util.ArrayList;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * All readings of one station and civil day: of each identity the newest counts, and the day is
 * computed anew when one changes. Emits what has become current; the days and the replaced readings
 * leave by the side. State is never cleared: a correction of last year must find its day.
 */
@NullUnmarked
final class LatestReadings extends KeyedProcessFunction<String, PlacedReading, PlacedReading> {

  private static final long serialVersionUID = 1L;

  private transient MapState<String, Reading> current;
  private transient Counter duplicates;
  private transient Coalescing beats;

  /** Returns the key: station and civil day. */
  static String key(PlacedReading placed) {
    return placed.reading().station() + "|" + AirDay.dateOf(placed.reading());
  }

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    current =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("readings", String.class, Reading.class));
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
  }

  @Override
  public void processElement(PlacedReading placed, Context context, Collector<PlacedReading> out)
      throws Exception {
    Reading reading = placed.reading();
    String cell = reading.pollutant() + "|" + reading.averaging() + "|" + reading.time();
    Reading known = current.get(cell);
    boolean newer = known == null || Newness.replaces(reading.receipt(), known.receipt());
    if (newer) {
      current.put(cell, reading);
    }
    if (known != null && known.sameContent(reading)) {
      duplicates.inc();
      return;
    }
    if (known != null) {
      context.output(Tags.FORMER, Formers.of(newer ? known : reading));
    }
    if (newer) {
      out.collect(placed);
      beats.atNextBeat(context.timerService());
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<PlacedReading> out)
      throws Exception {
    long began = System.nanoTime();
    var readings = new ArrayList<Reading>();
    current.values().forEach(readings::add);
    String key = context.getCurrentKey();
    int bar = key.lastIndexOf('|');
    context.output(Tags.DAYS, AirDay.of(key.substring(0, bar), key.substring(bar + 1), readings));
    beats.worked(time, began);
  }
}
