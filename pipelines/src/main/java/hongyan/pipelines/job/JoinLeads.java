package hongyan.pipelines.job;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.episodes.Episodes;
import hongyan.pipelines.episodes.LeadsOfDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * Joins the city's leads into alerts. Leads are kept by group and day, and when one changes, only
 * the days around it are joined anew, as far as leads follow each other without a gap that nothing
 * reaches over. So a lead of last year costs what its week costs, and finds it as it was.
 *
 * <p>All leads of a city have one key: a correction may move one from any group and day to any
 * other, and its alert must then be spoken of by one voice. Leads are few. State is never cleared.
 */
@NullUnmarked
final class JoinLeads extends KeyedProcessFunction<String, Lead, Alert> {

  private static final long serialVersionUID = 1L;
  private static final long DAY = TimeUnit.DAYS.toSeconds(1);

  private transient Episodes episodes;
  private transient MapState<String, LeadsOfDay> days;
  private transient MapState<String, String> dayOf;
  private transient MapState<String, Boolean> changed;
  private transient Coalescing beats;

  @Override
  public void open(OpenContext context) {
    beats = new Coalescing();
    episodes = Episodes.load();
    var runtime = getRuntimeContext();
    days = runtime.getMapState(new MapStateDescriptor<>("days", String.class, LeadsOfDay.class));
    dayOf = runtime.getMapState(new MapStateDescriptor<>("dayOf", String.class, String.class));
    changed = runtime.getMapState(new MapStateDescriptor<>("changed", String.class, Boolean.class));
  }

  @Override
  public void processElement(Lead lead, Context context, Collector<Alert> out) throws Exception {
    String now = dayOf(lead.alert());
    String before = dayOf.get(lead.id());
    if (before != null) {
      LeadsOfDay day = days.get(before);
      if (day.leads().contains(lead)) {
        return;
      }
      days.put(before, without(day, lead.id()));
      changed.put(before, true);
    }
    LeadsOfDay day = days.contains(now) ? days.get(now) : LeadsOfDay.NONE;
    var leads = new ArrayList<>(day.leads());
    leads.add(lead);
    days.put(now, new LeadsOfDay(leads, day.alerts()));
    dayOf.put(lead.id(), now);
    changed.put(now, true);
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    long began = System.nanoTime();
    Set<String> concerned = concerned();
    var leads = new ArrayList<Lead>();
    Map<String, Alert> alerts = new LinkedHashMap<>();
    for (String key : concerned) {
      LeadsOfDay day = days.get(key);
      leads.addAll(day.leads());
      day.alerts().forEach(alert -> alerts.put(alert.id(), alert));
    }
    for (Alert alert : episodes.changes(List.copyOf(alerts.values()), leads)) {
      alerts.put(alert.id(), alert);
      out.collect(alert);
    }
    keep(concerned, alerts);
    changed.clear();
    beats.worked(began, System.nanoTime());
  }

  /** The days that changed and those around them, as far as one reaches the next. */
  private Set<String> concerned() throws Exception {
    Set<String> concerned = new TreeSet<>();
    for (String day : changed.keys()) {
      concerned.add(day);
      walk(day, 1, concerned);
      walk(day, -1, concerned);
    }
    return concerned;
  }

  private void walk(String from, int step, Set<String> concerned) throws Exception {
    int reach = episodes.reachDays(from);
    int empty = 0;
    for (long way = step; empty < reach; way += step) {
      String key = beside(from, way);
      if (days.contains(key)) {
        concerned.add(key);
        empty = 0;
      } else {
        empty++;
      }
    }
  }

  private void keep(Set<String> concerned, Map<String, Alert> alerts) throws Exception {
    Map<String, List<Alert>> byDay = new HashMap<>();
    for (Alert alert : alerts.values()) {
      byDay.computeIfAbsent(dayOf(alert), key -> new ArrayList<>()).add(alert);
    }
    Set<String> keys = new HashSet<>(concerned);
    keys.addAll(byDay.keySet());
    for (String key : keys) {
      List<Lead> leads = days.contains(key) ? days.get(key).leads() : List.of();
      List<Alert> sent = byDay.getOrDefault(key, List.of());
      if (leads.isEmpty() && sent.isEmpty()) {
        days.remove(key);
      } else {
        days.put(key, new LeadsOfDay(leads, sent));
      }
    }
  }

  private static LeadsOfDay without(LeadsOfDay day, String id) {
    return new LeadsOfDay(
        day.leads().stream().filter(lead -> !lead.id().equals(id)).toList(), day.alerts());
  }

  private String dayOf(Alert alert) {
    return episodes.group(alert) + "|" + Math.floorDiv(alert.time().getEpochSecond(), DAY);
  }

  private static String beside(String key, long days) {
    int number = key.lastIndexOf('|') + 1;
    return key.substring(0, number) + (Long.parseLong(key.substring(number)) + days);
  }
}
