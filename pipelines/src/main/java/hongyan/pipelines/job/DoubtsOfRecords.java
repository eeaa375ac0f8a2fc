package hongyan.pipelines.job;

import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;
import hongyan.pipelines.birds.quality.RecordRules;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Holds each bird record against the rules that look at it alone. */
@NullUnmarked
final class DoubtsOfRecords extends RichFlatMapFunction<OccurrenceChange, OccurrenceDoubt> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private transient ReferenceView view;
  private transient RecordRules rules;

  DoubtsOfRecords(ReferenceSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
  }

  @Override
  public void flatMap(OccurrenceChange change, Collector<OccurrenceDoubt> out) {
    if (rules == null) {
      // The counties are the city's and do not change.
      rules = new RecordRules(view.atLeast(0).counties());
    }
    rules.changes(change).forEach(out::collect);
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
