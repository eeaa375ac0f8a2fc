package hongyan.pipelines.job;

import hongyan.pipelines.changes.AreaUpdate;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import hongyan.pipelines.reference.Station;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/** Sends the day of an evaluation point to its county and to the city. */
@NullUnmarked
final class AreasOfDay extends RichFlatMapFunction<DayUpdate, AreaUpdate> {

  private static final long serialVersionUID = 1L;

  private final ReferenceSource source;
  private final String city;
  private transient ReferenceView view;

  AreasOfDay(ReferenceSource source, String city) {
    this.source = source;
    this.city = city;
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
  }

  @Override
  public void flatMap(DayUpdate update, Collector<AreaUpdate> out) {
    String id = update.day().station();
    Reference reference = view.atLeast(0);
    boolean evaluates = reference.findStation(id).filter(Station::evaluates).isPresent();
    Optional<String> county = reference.findCounty(id);
    if (evaluates && county.isPresent()) {
      out.collect(new AreaUpdate(county.get(), update));
      out.collect(new AreaUpdate(city, update));
    }
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
