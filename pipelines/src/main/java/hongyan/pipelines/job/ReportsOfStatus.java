package hongyan.pipelines.job;

import hongyan.pipelines.devices.DeviceReport;
import hongyan.pipelines.devices.DeviceReports;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Sends the status of a device to the watches that take it. */
@NullUnmarked
final class ReportsOfStatus extends RichFlatMapFunction<PlacedDeviceStatus, DeviceReport> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private transient ReferenceView view;
  private transient DeviceReports reports;

  ReportsOfStatus(ReferenceSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
    reports = DeviceReports.load();
  }

  @Override
  public void flatMap(PlacedDeviceStatus placed, Collector<DeviceReport> out) {
    long offset = placed.status().receipt().reference();
    reports.of(placed, view.atLeast(offset)).forEach(out::collect);
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
