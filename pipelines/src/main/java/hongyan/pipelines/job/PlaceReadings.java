package hongyan.pipelines.job;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Gives each reading the place of its station; one of an unknown station leaves by the side. */
@NullUnmarked
final class PlaceReadings extends ProcessFunction<Reading, PlacedReading> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private transient ReferenceView view;

  PlaceReadings(ReferenceSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
  }

  @Override
  public void processElement(Reading reading, Context context, Collector<PlacedReading> out) {
    view.atLeast(reading.receipt().reference())
        .placeStation(reading.station(), reading.time())
        .ifPresentOrElse(
            placement -> out.collect(new PlacedReading(reading, placement)),
            () -> context.output(Tags.FORMER, Formers.stray(reading)));
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
