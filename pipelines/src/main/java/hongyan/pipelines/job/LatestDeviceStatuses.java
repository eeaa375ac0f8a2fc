package hongyan.pipelines.job;

import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.records.Newness;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * Of each device and moment the newest status. State is never cleared: a correction must find it.
 */
@NullUnmarked
final class LatestDeviceStatuses
    extends KeyedProcessFunction<String, PlacedDeviceStatus, PlacedDeviceStatus> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<DeviceStatus> current;
  private transient Counter duplicates;

  @Override
  public void open(OpenContext context) {
    current =
        getRuntimeContext().getState(new ValueStateDescriptor<>("status", DeviceStatus.class));
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
  }

  @Override
  public void processElement(
      PlacedDeviceStatus placed, Context context, Collector<PlacedDeviceStatus> out)
      throws Exception {
    DeviceStatus status = placed.status();
    DeviceStatus known = current.value();
    boolean newer = known == null || Newness.replaces(status.receipt(), known.receipt());
    if (newer) {
      current.update(status);
    }
    if (known != null && known.sameContent(status)) {
      duplicates.inc();
      return;
    }
    if (known != null) {
      context.output(Tags.FORMER, Formers.of(newer ? known : status));
    }
    if (newer) {
      out.collect(placed);
    }
  }
}
