package hongyan.pipelines.job;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.findings.BirdsThere;
import hongyan.pipelines.findings.Leads;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges each finding as it stands, and again when birds that were there become known or are taken
 * back. State is never cleared: a correction must find the alert that it may withdraw.
 */
@NullUnmarked
final class JudgeFindings extends KeyedCoProcessFunction<String, PlacedFinding, BirdsThere, Lead> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(JudgeFindings.class);

  private final ReferenceSource source;
  private final @Nullable String dateOfEffect;
  private transient ReferenceView view;
  private transient Leads leads;
  private transient ValueState<PlacedFinding> finding;
  private transient ValueState<BirdsThere> birds;
  private transient ValueState<Alert> alert;

  /**
   * @param dateOfEffect first day of the regulation (yyyy-MM-dd), or null for the one of the law
   *     folder
   */
  JudgeFindings(ReferenceSource source, @Nullable String dateOfEffect) {
    this.source = source;
    this.dateOfEffect = dateOfEffect;
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
    leads = Leads.load(dateOfEffect);
    var runtime = getRuntimeContext();
    finding = runtime.getState(new ValueStateDescriptor<>("finding", PlacedFinding.class));
    birds = runtime.getState(new ValueStateDescriptor<>("birds", BirdsThere.class));
    alert = runtime.getState(new ValueStateDescriptor<>("alert", Alert.class));
  }

  @Override
  public void processElement1(PlacedFinding placed, Context context, Collector<Lead> out)
      throws Exception {
    if (!leads.knows(placed.finding().conduct())) {
      LOG.atWarn()
          .addKeyValue("record", "finding/" + placed.finding().findingID())
          .addKeyValue("value", placed.finding().conduct())
          .log("a finding of no conduct that is known is passed over");
      return;
    }
    finding.update(placed);
    judge(out);
  }

  @Override
  public void processElement2(BirdsThere there, Context context, Collector<Lead> out)
      throws Exception {
    birds.update(there);
    judge(out);
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }

  private void judge(Collector<Lead> out) throws Exception {
    PlacedFinding placed = finding.value();
    if (placed == null) {
      return;
    }
    BirdsThere there = birds.value();
    boolean asked =
        there != null
            && there.position().equals(placed.finding().position())
            && there.time().equals(placed.finding().time());
    Alert former = alert.value();
    var reference = view.atLeast(placed.finding().receipt().reference());
    Optional<Lead> now = leads.judge(placed, asked ? there : null, reference, former);
    if (now.isPresent()) {
      // Joining passes over a lead that is the one it knows, so a change of its evidence is seen.
      alert.update(now.get().alert());
      out.collect(now.get());
    }
  }
}
