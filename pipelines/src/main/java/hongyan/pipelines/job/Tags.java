package hongyan.pipelines.job;

import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.records.Former;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The side outputs. */
final class Tags {

  /** Records that another has replaced, and those that cannot be used. */
  static final OutputTag<Former> FORMER =
      new OutputTag<>("former", TypeInformation.of(Former.class));

  static final OutputTag<StationDay> DAYS =
      new OutputTag<>("days", TypeInformation.of(StationDay.class));

  private Tags() {}
}
