package hongyan.pipelines.job;

import hongyan.pipelines.findings.FindingChange;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import hongyan.pipelines.roosts.Disturbance;
import hongyan.pipelines.roosts.Disturbances;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Sends a finding to the roosts that it may have disturbed. */
@NullUnmarked
final class RoostsOfFinding extends RichFlatMapFunction<FindingChange, Disturbance> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private transient ReferenceView view;
  private transient Disturbances disturbances;

  RoostsOfFinding(ReferenceSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
    disturbances = Disturbances.load();
  }

  @Override
  public void flatMap(FindingChange change, Collector<Disturbance> out) {
    long offset = change.after().finding().receipt().reference();
    disturbances.of(change, view.atLeast(offset)).forEach(out::collect);
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
