package hongyan.pipelines.job;

import hongyan.pipelines.changes.Cause;
import hongyan.pipelines.changes.Progress;
import hongyan.pipelines.changes.Revision;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.quality.KnownReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.jspecify.annotations.NullUnmarked;

/**
 * What is remembered of one station's day: readings, those beside, decisions and revisions by cell
 * ({@code ReadingKey.cell}), doubts by cell and rule.
 */
@NullUnmarked
final class DayState {

  final MapState<String, KnownReading> readings;
  final MapState<String, KnownReading> beside;
  final MapState<String, Decision> decisions;
  final ValueState<Progress> progress;
  private final MapState<String, Doubt> doubts;
  private final MapState<String, Revision> revisions;

  private DayState(RuntimeContext runtime) {
    readings = map(runtime, "readings", KnownReading.class);
    beside = map(runtime, "beside", KnownReading.class);
    decisions = map(runtime, "decisions", Decision.class);
    doubts = map(runtime, "doubts", Doubt.class);
    revisions = map(runtime, "revisions", Revision.class);
    progress = runtime.getState(new ValueStateDescriptor<>("progress", Progress.class));
  }

  static DayState open(RuntimeContext runtime) {
    return new DayState(runtime);
  }

  Progress progress() throws Exception {
    Progress known = progress.value();
    return known == null ? Progress.NONE : known;
  }

  /**
   * Notes that the reading of a cell is about to be another than the figures were made of.
   *
   * @param known the reading as it was until now, or null when there was none
   */
  void revise(String cell, Cause cause, KnownReading known) throws Exception {
    Revision earlier = revisions.get(cell);
    revisions.put(
        cell,
        earlier == null ? new Revision(cause, known, decisions.get(cell)) : earlier.then(cause));
  }

  DayContent read(String date) throws Exception {
    return new DayContent(date, copy(readings), copy(beside), copy(decisions));
  }

  List<Cause> causes() throws Exception {
    var causes = new ArrayList<Cause>();
    for (Revision revision : revisions.values()) {
      causes.add(revision.cause());
    }
    return causes;
  }

  /** Returns the day without what the revisions have changed in it. */
  DayContent former(DayContent day) throws Exception {
    return day.without(copy(revisions));
  }

  /** Notes that figures have been made of the day as it is. */
  void settle(boolean complete) throws Exception {
    revisions.clear();
    progress.update(progress().emitted(complete));
  }

  /** Returns the doubts that are new or other than before, and those that no longer stand. */
  List<Doubt> replaceDoubts(List<Doubt> now) throws Exception {
    Map<String, Doubt> gone = copy(doubts);
    var changed = new ArrayList<Doubt>();
    for (Doubt doubt : now) {
      if (!doubt.equals(gone.remove(doubt.cell()))) {
        doubts.put(doubt.cell(), doubt);
        changed.add(doubt);
      }
    }
    for (Doubt doubt : gone.values()) {
      doubts.remove(doubt.cell());
      changed.add(doubt.gone());
    }
    return changed;
  }

  private static <T> Map<String, T> copy(MapState<String, T> state) throws Exception {
    var copy = new HashMap<String, T>();
    state.entries().forEach(entry -> copy.put(entry.getKey(), entry.getValue()));
    return copy;
  }

  private static <T> MapState<String, T> map(RuntimeContext runtime, String name, Class<T> type) {
    return runtime.getMapState(new MapStateDescriptor<>(name, String.class, type));
  }
}
