package hongyan.pipelines.job;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.alerts.Reconciliation;
import hongyan.pipelines.findings.Leads;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import hongyan.pipelines.roosts.CountsOfDay;
import hongyan.pipelines.roosts.Disturbance;
import hongyan.pipelines.roosts.RoostCollapse;
import hongyan.pipelines.roosts.RoostCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The rule over the counts at one station and what disturbed it. A disturbance is judged anew when
 * it or a count of its days changes. State is never cleared: a survey may come in a year later.
 */
@NullUnmarked
final class WatchRoosts extends KeyedCoProcessFunction<String, RoostCount, Disturbance, Lead> {

  private static final long serialVersionUID = 1L;
  private static final String EVIDENCE = "counts";

  private final ReferenceSource source;
  private final @Nullable String dateOfEffect;
  private transient ReferenceView view;
  private transient Leads leads;
  private transient RoostCollapse rule;
  private transient MapState<String, CountsOfDay> days;
  private transient MapState<String, Disturbance> disturbances;
  private transient MapState<String, Alert> alerts;
  private transient MapState<String, Boolean> changed;
  private transient Coalescing beats;

  WatchRoosts(ReferenceSource source, @Nullable String dateOfEffect) {
    this.source = source;
    this.dateOfEffect = dateOfEffect;
  }

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    view = source.open();
    leads = Leads.load(dateOfEffect);
    rule = RoostCollapse.load();
    var runtime = getRuntimeContext();
    days = runtime.getMapState(new MapStateDescriptor<>("days", String.class, CountsOfDay.class));
    disturbances =
        runtime.getMapState(
            new MapStateDescriptor<>("disturbances", String.class, Disturbance.class));
    alerts = runtime.getMapState(new MapStateDescriptor<>("alerts", String.class, Alert.class));
    changed = runtime.getMapState(new MapStateDescriptor<>("changed", String.class, Boolean.class));
  }

  @Override
  public void processElement1(RoostCount count, Context context, Collector<Lead> out)
      throws Exception {
    LocalDate date = LocalDate.ofInstant(count.time(), CivilTime.ZONE);
    CountsOfDay day = days.get(date.toString());
    var counts = new ArrayList<>(day == null ? List.<RoostCount>of() : day.counts());
    counts.removeIf(known -> known.occurrenceID().equals(count.occurrenceID()));
    if (count.there()) {
      counts.add(count);
    }
    days.put(date.toString(), new CountsOfDay(counts));
    for (Disturbance disturbance : disturbances.values()) {
      if (rule.daysFor(disturbance).contains(date)) {
        changed.put(disturbance.findingID(), true);
        beats.atNextBeat(context.timerService());
      }
    }
  }

  @Override
  public void processElement2(Disturbance disturbance, Context context, Collector<Lead> out)
      throws Exception {
    Disturbance before = disturbances.get(disturbance.findingID());
    if (disturbance.there()) {
      disturbances.put(disturbance.findingID(), disturbance);
    } else {
      disturbances.remove(disturbance.findingID());
    }
    changed.put(disturbance.findingID(), true);
    // It is or was no quiet day in the history of others.
    for (Disturbance other : disturbances.values()) {
      if (isDayOf(other, disturbance) || (before != null && isDayOf(other, before))) {
        changed.put(other.findingID(), true);
      }
    }
    beats.atNextBeat(context.timerService());
  }

  private boolean isDayOf(Disturbance judged, Disturbance other) {
    return rule.daysFor(judged).contains(LocalDate.ofInstant(other.time(), CivilTime.ZONE));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Lead> out) throws Exception {
    long began = System.nanoTime();
    Reference reference = view.atLeast(0);
    var all = new ArrayList<Disturbance>();
    disturbances.values().forEach(all::add);
    for (String findingID : changed.keys()) {
      Alert known = alerts.get(findingID);
      List<Alert> former = known == null ? List.of() : List.of(known);
      List<Alert> now = judge(disturbances.get(findingID), all, reference).stream().toList();
      for (Alert alert : Reconciliation.changes(former, now)) {
        alerts.put(findingID, alert);
        out.collect(Lead.of(alert, EVIDENCE));
      }
    }
    changed.clear();
    beats.worked(began, System.nanoTime());
  }

  private Optional<Alert> judge(
      @Nullable Disturbance disturbance, List<Disturbance> all, Reference reference)
      throws Exception {
    if (disturbance == null) {
      return Optional.empty();
    }
    var counts = new ArrayList<RoostCount>();
    for (LocalDate date : rule.daysFor(disturbance)) {
      CountsOfDay day = days.get(date.toString());
      if (day != null) {
        counts.addAll(day.counts());
      }
    }
    return rule.check(disturbance, counts, all, reference)
        .flatMap(signal -> leads.judge(signal, new Leads.Circumstances(true, false), reference));
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
