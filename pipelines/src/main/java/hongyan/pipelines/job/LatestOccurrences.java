package hongyan.pipelines.job;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.records.Newness;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * Of each occurrenceID the newest bird record, with the one that it replaces. State is never
 * cleared: what a correction takes back must be known.
 */
@NullUnmarked
final class LatestOccurrences
    extends KeyedProcessFunction<String, PlacedOccurrence, OccurrenceChange> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<PlacedOccurrence> current;
  private transient Counter duplicates;

  @Override
  public void open(OpenContext context) {
    current =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("occurrence", PlacedOccurrence.class));
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
  }

  @Override
  public void processElement(
      PlacedOccurrence placed, Context context, Collector<OccurrenceChange> out) throws Exception {
    Occurrence occurrence = placed.occurrence();
    PlacedOccurrence known = current.value();
    boolean newer =
        known == null || Newness.replaces(occurrence.receipt(), known.occurrence().receipt());
    if (known != null && known.occurrence().sameContent(occurrence)) {
      duplicates.inc();
      if (newer) {
        // The place stays the one that was counted, so that it can be taken back.
        current.update(new PlacedOccurrence(occurrence, known.placement()));
      }
      return;
    }
    if (known != null) {
      context.output(Tags.FORMER, Formers.of(newer ? known.occurrence() : occurrence));
    }
    if (newer) {
      current.update(placed);
      out.collect(new OccurrenceChange(known, placed));
    }
  }
}
