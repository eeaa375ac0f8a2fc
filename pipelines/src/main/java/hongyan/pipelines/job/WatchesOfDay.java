package hongyan.pipelines.job;

import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import hongyan.pipelines.reference.Station;
import hongyan.pipelines.rules.StationHours;
import hongyan.pipelines.rules.Watch;
import hongyan.pipelines.rules.WatchPart;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Sends the day of a station in the city to the watches that take hours of it. */
@NullUnmarked
final class WatchesOfDay extends RichFlatMapFunction<StationDay, WatchPart> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private transient ReferenceView view;

  WatchesOfDay(ReferenceSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
  }

  @Override
  public void flatMap(StationDay day, Collector<WatchPart> out) {
    Reference reference = view.atLeast(0);
    Optional<Station> station = reference.findStation(day.station());
    Optional<String> county = reference.findCounty(day.station());
    if (station.isPresent() && county.isPresent()) {
      var hours = StationHours.of(station.get(), county.get(), List.of(day));
      for (String watch : Watch.datesOf(day.date())) {
        out.collect(new WatchPart(watch, day.date(), hours));
      }
    }
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
