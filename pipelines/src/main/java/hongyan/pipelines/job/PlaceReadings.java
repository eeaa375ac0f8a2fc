package hongyan.pipelines.job;

import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.quality.DayQuality;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import hongyan.pipelines.reference.Station;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * Gives each reading the place of its station, and sends it to its day and to those neighbouring
 * days whose doubts it has a part in; one of an unknown station leaves by the side.
 */
@NullUnmarked
final class PlaceReadings extends ProcessFunction<Reading, ReadingPart> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private final String city;
  private transient ReferenceView view;
  private transient DayQuality quality;

  PlaceReadings(ReferenceSource source, String city) {
    this.source = source;
    this.city = city;
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
    quality = DayQuality.load(city);
  }

  @Override
  public void processElement(Reading reading, Context context, Collector<ReadingPart> out) {
    Reference reference = view.atLeast(reading.receipt().reference());
    reference
        .findStation(reading.station())
        .ifPresentOrElse(
            station -> send(reading, station, reference, out),
            () -> context.output(Tags.FORMER, Formers.stray(reading)));
  }

  private void send(
      Reading reading, Station station, Reference reference, Collector<ReadingPart> out) {
    var placed = new PlacedReading(reading, reference.place(station.position(), reading.time()));
    out.collect(new ReadingPart(AirDay.dateOf(reading), placed, station.position(), false));
    for (String date : quality.datesBeside(reading)) {
      out.collect(new ReadingPart(date, placed, station.position(), true));
    }
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
