package hongyan.pipelines.job;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.Reconciliation;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.rules.Mortality;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * The rule about abnormal deaths over all casualties of the city, asked again when one comes or is
 * corrected. One key holds them all: they are some hundreds a year, and a cluster knows no borders
 * of cells. State is never cleared: a late record must find its cluster.
 */
@NullUnmarked
final class MortalityAlerts extends KeyedProcessFunction<String, PlacedCasualty, Alert> {

  private static final long serialVersionUID = 1L;

  private transient Mortality rule;
  private transient MapState<String, PlacedCasualty> casualties;
  private transient MapState<String, Alert> alerts;
  private transient Coalescing beats;

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    rule = Mortality.load();
    var runtime = getRuntimeContext();
    casualties =
        runtime.getMapState(
            new MapStateDescriptor<>("casualties", String.class, PlacedCasualty.class));
    alerts = runtime.getMapState(new MapStateDescriptor<>("alerts", String.class, Alert.class));
  }

  @Override
  public void processElement(PlacedCasualty placed, Context context, Collector<Alert> out)
      throws Exception {
    casualties.put(placed.casualty().casualtyID(), placed);
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    long began = System.nanoTime();
    var all = new ArrayList<PlacedCasualty>();
    casualties.values().forEach(all::add);
    List<Alert> causes = rule.check(all);
    var former = new ArrayList<Alert>();
    alerts.values().forEach(former::add);
    former.replaceAll(alert -> joined(alert, causes));
    for (Alert alert : former) {
      if (!alert.equals(alerts.get(alert.id()))) {
        send(alert, out);
      }
    }
    // The rule itself says when it was met: what was sent before has no say in it.
    for (Alert alert : causes) {
      if (!alert.equals(alerts.get(alert.id()))) {
        send(alert, out);
      }
    }
    for (Alert alert : Reconciliation.changes(former, causes)) {
      if (!alert.supported()) {
        send(alert, out);
      }
    }
    beats.worked(began, System.nanoTime());
  }

  /** Withdraws an alert whose records now belong to another, and says to which. */
  private static Alert joined(Alert former, List<Alert> causes) {
    Alert successor = Mortality.successor(former, causes);
    boolean stands = causes.stream().anyMatch(alert -> alert.id().equals(former.id()));
    return successor == null || stands
        ? former
        : former.withdrawn(
            new Ground(
                "已并入 " + successor.id(),
                "now part of " + successor.id(),
                "alert/" + successor.id()));
  }

  private void send(Alert alert, Collector<Alert> out) throws Exception {
    alerts.put(alert.id(), alert);
    out.collect(alert);
  }
}
