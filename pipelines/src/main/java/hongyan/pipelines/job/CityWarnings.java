package hongyan.pipelines.job;

import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Reconciliation;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.rules.PollutionWarning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * The warning ladder over the city's whole series of daily AQI and the forecasts of it, asked again
 * when a day or a forecast changes. State is never cleared: it is one number a day, and what was
 * expected of it.
 */
@NullUnmarked
final class CityWarnings extends KeyedCoProcessFunction<String, StationDay, Forecast, Alert> {

  private static final long serialVersionUID = 1L;

  private transient PollutionWarning rule;
  private transient MapState<String, Integer> dailyAqi;
  private transient MapState<String, Forecast> forecasts;
  private transient MapState<String, Alert> alerts;
  private transient Coalescing beats;

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    rule = PollutionWarning.load();
    var runtime = getRuntimeContext();
    dailyAqi = runtime.getMapState(new MapStateDescriptor<>("aqi", String.class, Integer.class));
    forecasts =
        runtime.getMapState(new MapStateDescriptor<>("forecasts", String.class, Forecast.class));
    alerts = runtime.getMapState(new MapStateDescriptor<>("alerts", String.class, Alert.class));
  }

  @Override
  public void processElement1(StationDay day, Context context, Collector<Alert> out)
      throws Exception {
    Integer aqi = day.day().aqi();
    Integer known = dailyAqi.get(day.date());
    if (aqi == null ? known == null : aqi.equals(known)) {
      return;
    }
    if (aqi == null) {
      dailyAqi.remove(day.date());
    } else {
      dailyAqi.put(day.date(), aqi);
    }
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void processElement2(Forecast forecast, Context context, Collector<Alert> out)
      throws Exception {
    forecasts.put(forecast.identity(), forecast);
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    long began = System.nanoTime();
    var series = new HashMap<String, Integer>();
    dailyAqi.entries().forEach(entry -> series.put(entry.getKey(), entry.getValue()));
    var expected = new ArrayList<Forecast>();
    forecasts.values().forEach(expected::add);
    var former = new ArrayList<Alert>();
    alerts.values().forEach(former::add);
    var causes = rule.check(context.getCurrentKey(), series, expected, Instant.ofEpochMilli(time));
    for (Alert alert : Reconciliation.changes(former, causes)) {
      alerts.put(alert.id(), alert);
      out.collect(alert);
    }
    beats.worked(began, System.nanoTime());
  }
}
