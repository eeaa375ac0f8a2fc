package hongyan.pipelines.job;

import hongyan.geo.place.Geodesy;
import hongyan.geo.zones.NearZone;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.alerts.Reconciliation;
import hongyan.pipelines.findings.Leads;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import hongyan.pipelines.rules.DustReminder;
import hongyan.pipelines.rules.HighValueReminder;
import hongyan.pipelines.rules.SmokeAtPass;
import hongyan.pipelines.rules.StationHours;
import hongyan.pipelines.rules.TransportReminder;
import hongyan.pipelines.rules.Watch;
import hongyan.pipelines.rules.WatchPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The rules over the hours of all stations of one watch, asked again when one of its days changes.
 * Emits only what is new, other or no longer holds; leads to Article 7 leave by the side, to be
 * joined with others. State is never cleared: a late backlog must be judged beside its neighbours,
 * and an alert that it takes back must be known.
 */
@NullUnmarked
final class WatchRules extends KeyedProcessFunction<String, WatchPart, Alert> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private final String city;
  private final @Nullable String dateOfEffect;
  private transient ReferenceView view;
  private transient Leads leads;
  private transient SmokeAtPass smoke;
  private transient HighValueReminder reminder;
  private transient DustReminder dust;
  private transient TransportReminder transport;
  private transient MapState<String, WatchPart> parts;
  private transient MapState<String, Alert> alerts;
  private transient Coalescing beats;

  /**
   * @param city adcode
   */
  WatchRules(ReferenceSource source, String city, @Nullable String dateOfEffect) {
    this.source = source;
    this.city = city;
    this.dateOfEffect = dateOfEffect;
  }

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    view = source.open();
    leads = Leads.load(dateOfEffect);
    smoke = SmokeAtPass.load();
    reminder = HighValueReminder.load();
    dust = DustReminder.load();
    transport = TransportReminder.load();
    var runtime = getRuntimeContext();
    parts = runtime.getMapState(new MapStateDescriptor<>("parts", String.class, WatchPart.class));
    alerts = runtime.getMapState(new MapStateDescriptor<>("alerts", String.class, Alert.class));
  }

  @Override
  public void processElement(WatchPart part, Context context, Collector<Alert> out)
      throws Exception {
    parts.put(part.cell(), part);
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    long began = System.nanoTime();
    var watch = new Watch(context.getCurrentKey(), stations());
    var former = new ArrayList<Alert>();
    alerts.values().forEach(former::add);
    for (Alert alert : Reconciliation.changes(former, causes(watch, Instant.ofEpochMilli(time)))) {
      alerts.put(alert.id(), alert);
      if (alert.kind() == AlertKind.VIOLATION) {
        context.output(Tags.LEADS, Lead.of(alert, "air"));
      } else {
        out.collect(alert);
      }
    }
    beats.worked(began, System.nanoTime());
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }

  private List<Alert> causes(Watch watch, Instant now) {
    Reference reference = view.atLeast(0);
    var causes = new ArrayList<Alert>(reminder.check(watch, Geodesy::metres, now));
    causes.addAll(dust.check(city, watch, now));
    causes.addAll(transport.check(city, watch, now));
    smoke
        .check(
            watch,
            (position, moment, metres) ->
                reference.near(position, moment, metres).stream().map(NearZone::zone).toList(),
            Geodesy::metres,
            null,
            now)
        .forEach(signal -> leads.judge(signal, reference).ifPresent(causes::add));
    return causes;
  }

  private List<StationHours> stations() throws Exception {
    Map<String, List<StationHours>> byStation = new TreeMap<>();
    for (WatchPart part : parts.values()) {
      byStation
          .computeIfAbsent(part.hours().station().id(), id -> new ArrayList<>())
          .add(part.hours());
    }
    return byStation.values().stream().map(StationHours::together).toList();
  }
}
