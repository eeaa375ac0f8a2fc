package hongyan.pipelines.job;

import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Gives each status its device; that of a device which nobody registered leaves by the side. */
@NullUnmarked
final class PlaceDeviceStatuses extends ProcessFunction<DeviceStatus, PlacedDeviceStatus> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private transient ReferenceView view;

  PlaceDeviceStatuses(ReferenceSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
  }

  @Override
  public void processElement(
      DeviceStatus status, Context context, Collector<PlacedDeviceStatus> out) {
    Reference reference = view.atLeast(status.receipt().reference());
    Optional<PlacedDeviceStatus> placed = PlacedDeviceStatus.place(status, reference);
    placed.ifPresentOrElse(out::collect, () -> context.output(Tags.FORMER, Formers.stray(status)));
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
