package hongyan.pipelines.job;

import hongyan.pipelines.birds.quality.ManyRule;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;
import hongyan.pipelines.birds.quality.OccurrenceMark;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * Keeps the records of one key and holds each against the others, at the next beat after a change.
 * State is never cleared: a record that comes late is held against all.
 */
@NullUnmarked
final class DoubtsAmongMany extends KeyedProcessFunction<String, OccurrenceMark, OccurrenceDoubt> {

  private static final long serialVersionUID = 1L;

  /** Makes the rule where it runs. */
  interface Rule extends Supplier<ManyRule>, Serializable {}

  private final Rule make;
  private transient ManyRule rule;
  private transient MapState<String, OccurrenceMark> marks;
  private transient MapState<String, OccurrenceDoubt> raised;
  private transient Coalescing beats;

  DoubtsAmongMany(Rule make) {
    this.make = make;
  }

  @Override
  public void open(OpenContext context) {
    rule = make.get();
    beats = new Coalescing();
    marks =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("marks", String.class, OccurrenceMark.class));
    raised =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("raised", String.class, OccurrenceDoubt.class));
  }

  @Override
  public void processElement(OccurrenceMark mark, Context context, Collector<OccurrenceDoubt> out)
      throws Exception {
    if (mark.there()) {
      marks.put(mark.occurrenceID(), mark);
    } else {
      marks.remove(mark.occurrenceID());
    }
    beats.atNextBeat(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<OccurrenceDoubt> out)
      throws Exception {
    long began = System.nanoTime();
    List<OccurrenceMark> all = new ArrayList<>();
    marks.values().forEach(all::add);
    Map<String, OccurrenceDoubt> now =
        rule.judge(all).stream()
            .collect(Collectors.toMap(OccurrenceDoubt::occurrenceID, Function.identity()));
    List<OccurrenceDoubt> before = new ArrayList<>();
    raised.values().forEach(before::add);
    for (OccurrenceDoubt doubt : before) {
      if (!now.containsKey(doubt.occurrenceID())) {
        raised.remove(doubt.occurrenceID());
        out.collect(doubt.gone());
      }
    }
    for (OccurrenceDoubt doubt : now.values()) {
      if (!doubt.equals(raised.get(doubt.occurrenceID()))) {
        raised.put(doubt.occurrenceID(), doubt);
        out.collect(doubt);
      }
    }
    beats.worked(began, System.nanoTime());
  }
}
