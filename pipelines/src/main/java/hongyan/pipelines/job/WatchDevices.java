package hongyan.pipelines.job;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.alerts.Reconciliation;
import hongyan.pipelines.devices.DeviceReport;
import hongyan.pipelines.devices.Equipment;
import hongyan.pipelines.findings.Leads;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The rule over one device on one civil day, asked again when a report of it or beside it changes;
 * what it finds has to hold for a while ({@link Settling}). What Article 7 reaches leaves by the
 * side as a lead, the rest are alerts about devices. State is never cleared: a backlog must find
 * the silence that it ends.
 */
@NullUnmarked
final class WatchDevices extends KeyedProcessFunction<String, DeviceReport, Alert> {

  private static final long serialVersionUID = 1L;
  private static final String EVIDENCE = "device/status";

  private final ReferenceSource source;
  private final @Nullable String dateOfEffect;
  private transient ReferenceView view;
  private transient Leads leads;
  private transient Equipment equipment;
  private transient MapState<String, DeviceReport> reports;
  private transient MapState<String, Alert> alerts;
  private transient Settling settling;
  private transient Coalescing beats;

  WatchDevices(ReferenceSource source, @Nullable String dateOfEffect) {
    this.source = source;
    this.dateOfEffect = dateOfEffect;
  }

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    view = source.open();
    leads = Leads.load(dateOfEffect);
    equipment = Equipment.load();
    var runtime = getRuntimeContext();
    reports =
        runtime.getMapState(new MapStateDescriptor<>("reports", String.class, DeviceReport.class));
    alerts = runtime.getMapState(new MapStateDescriptor<>("alerts", String.class, Alert.class));
    settling = new Settling(runtime);
  }

  @Override
  public void processElement(DeviceReport report, Context context, Collector<Alert> out)
      throws Exception {
    reports.put(report.cell(), report);
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    long began = System.nanoTime();
    var known = new ArrayList<DeviceReport>();
    reports.values().forEach(known::add);
    var former = new ArrayList<Alert>();
    alerts.values().forEach(former::add);
    List<Alert> causes = causes(context.getCurrentKey(), known, view.atLeast(0));
    for (Alert alert :
        Reconciliation.changes(former, settling.settled(former, causes, context.timerService()))) {
      alerts.put(alert.id(), alert);
      if (alert.kind() == AlertKind.VIOLATION) {
        context.output(Tags.LEADS, Lead.of(alert, EVIDENCE));
      } else {
        out.collect(alert);
      }
    }
    beats.worked(began, System.nanoTime());
  }

  private List<Alert> causes(String watch, List<DeviceReport> known, Reference reference) {
    return equipment.check(watch, known).stream()
        .map(
            alert ->
                equipment
                    .lead(alert)
                    .flatMap(
                        lead -> leads.judge(lead, new Leads.Circumstances(false, true), reference))
                    .orElse(alert))
        .toList();
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
