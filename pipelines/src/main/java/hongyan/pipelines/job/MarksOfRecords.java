package hongyan.pipelines.job;

import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.quality.ManyRule;
import hongyan.pipelines.birds.quality.OccurrenceMark;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Tells a rule over many records what becomes of each. */
@NullUnmarked
final class MarksOfRecords extends RichFlatMapFunction<OccurrenceChange, OccurrenceMark> {

  private static final long serialVersionUID = 1L;

  private final DoubtsAmongMany.Rule make;
  private transient ManyRule rule;

  MarksOfRecords(DoubtsAmongMany.Rule make) {
    this.make = make;
  }

  @Override
  public void open(OpenContext context) {
    rule = make.get();
  }

  @Override
  public void flatMap(OccurrenceChange change, Collector<OccurrenceMark> out) {
    rule.marks(change).forEach(out::collect);
  }
}
