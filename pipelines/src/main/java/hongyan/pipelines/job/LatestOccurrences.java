package hongyan.pipelines.job;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.records.Newness;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * Of each occurrenceID the newest bird record, with the one that it replaces, and what people have
 * decided about it. State is never cleared: what a correction takes back must be known.
 */
@NullUnmarked
final class LatestOccurrences
    extends KeyedCoProcessFunction<String, PlacedOccurrence, OccurrenceDecision, OccurrenceChange> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<PlacedOccurrence> current;
  private transient ValueState<OccurrenceDecision> decision;
  private transient Counter duplicates;

  @Override
  public void open(OpenContext context) {
    current =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("occurrence", PlacedOccurrence.class));
    decision =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("decision", OccurrenceDecision.class));
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
  }

  @Override
  public void processElement1(
      PlacedOccurrence placed, Context context, Collector<OccurrenceChange> out) throws Exception {
    Occurrence occurrence = placed.occurrence();
    PlacedOccurrence known = current.value();
    boolean newer =
        known == null || Newness.replaces(occurrence.receipt(), known.occurrence().receipt());
    if (known != null && known.occurrence().sameContent(occurrence)) {
      duplicates.inc();
      if (newer) {
        // The place stays the one that was counted, so that it can be taken back.
        current.update(known.repeatedBy(occurrence));
      }
      return;
    }
    if (known != null) {
      context.output(Tags.FORMER, Formers.of(newer ? known.occurrence() : occurrence));
    }
    if (newer) {
      PlacedOccurrence judged = placed.judged(verdict(occurrence));
      current.update(judged);
      out.collect(new OccurrenceChange(known, judged));
    }
  }

  @Override
  public void processElement2(
      OccurrenceDecision taken, Context context, Collector<OccurrenceChange> out) throws Exception {
    OccurrenceDecision before = decision.value();
    if (before != null && !taken.replaces(before)) {
      return;
    }
    decision.update(taken);
    PlacedOccurrence known = current.value();
    if (known != null && known.verdict() != verdict(known.occurrence())) {
      PlacedOccurrence judged = known.judged(verdict(known.occurrence()));
      current.update(judged);
      out.collect(new OccurrenceChange(known, judged));
    }
  }

  private Verdict verdict(Occurrence occurrence) throws Exception {
    OccurrenceDecision inForce = decision.value();
    return inForce != null && inForce.judges(occurrence) ? inForce.verdict() : null;
  }
}
