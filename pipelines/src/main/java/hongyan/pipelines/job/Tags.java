package hongyan.pipelines.job;

import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.findings.FindingChange;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.records.Former;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The side outputs. */
final class Tags {

  /** Records that another has replaced, and those that cannot be used. */
  static final OutputTag<Former> FORMER =
      new OutputTag<>("former", TypeInformation.of(Former.class));

  /** The days of stations, computed anew. */
  static final OutputTag<DayUpdate> UPDATES =
      new OutputTag<>("updates", TypeInformation.of(DayUpdate.class));

  /** Doubts that are new, other than before, or no longer stand. */
  static final OutputTag<Doubt> DOUBTS = new OutputTag<>("doubts", TypeInformation.of(Doubt.class));

  /** Leads to Article 7 of rules that raise other alerts as well. */
  static final OutputTag<Lead> LEADS = new OutputTag<>("leads", TypeInformation.of(Lead.class));

  /** Findings with those that they replace. */
  static final OutputTag<FindingChange> FINDING_CHANGES =
      new OutputTag<>("finding-changes", TypeInformation.of(FindingChange.class));

  private Tags() {}
}
