package hongyan.pipelines.job;

import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.FindingChange;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.Newness;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * Of each findingID the newest finding; with the one that it replaces, by the side. State is never
 * cleared: findings are few.
 */
@NullUnmarked
final class LatestFindings extends KeyedProcessFunction<String, PlacedFinding, PlacedFinding> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<Finding> current;
  private transient Counter duplicates;

  @Override
  public void open(OpenContext context) {
    current = getRuntimeContext().getState(new ValueStateDescriptor<>("finding", Finding.class));
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
  }

  @Override
  public void processElement(PlacedFinding placed, Context context, Collector<PlacedFinding> out)
      throws Exception {
    Finding finding = placed.finding();
    Finding known = current.value();
    boolean newer = known == null || Newness.replaces(finding.receipt(), known.receipt());
    if (newer) {
      current.update(finding);
    }
    if (known != null && known.sameContent(finding)) {
      duplicates.inc();
      return;
    }
    if (known != null) {
      context.output(Tags.FORMER, Formers.of(newer ? known : finding));
    }
    if (newer) {
      out.collect(placed);
      context.output(Tags.FINDING_CHANGES, new FindingChange(known, placed));
    }
  }
}
