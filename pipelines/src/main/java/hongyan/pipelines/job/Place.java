package hongyan.pipelines.job;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrencePlace;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.FindingPlace;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.ReferenceView;
import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.NullUnmarked;

/** Gives a record its place, by a reference that has at least what its door had seen. */
@NullUnmarked
final class Place<I, O> extends RichMapFunction<I, O> {

  private static final long serialVersionUID = 1L;

  /** Which reference a record needs. */
  interface Needs<I> extends Serializable {
    long offset(I input);
  }

  /** The pure function that is carried out. */
  interface Placing<I, O> extends Serializable {
    O place(I input, Reference reference);
  }

  private final ReferenceSource source;
  private final Needs<I> needs;
  private final Placing<I, O> placing;
  private transient ReferenceView view;

  private Place(ReferenceSource source, Needs<I> needs, Placing<I, O> placing) {
    this.source = source;
    this.needs = needs;
    this.placing = placing;
  }

  static Place<Occurrence, PlacedOccurrence> occurrences(ReferenceSource source, String city) {
    return new Place<>(source, o -> o.receipt().reference(), new PlaceOccurrences(city));
  }

  /** Reads the policy once for each operator. */
  private static final class PlaceOccurrences implements Placing<Occurrence, PlacedOccurrence> {
    private static final long serialVersionUID = 1L;
    private final String city;
    private transient OccurrencePlace place;

    PlaceOccurrences(String city) {
      this.city = city;
    }

    @Override
    public PlacedOccurrence place(Occurrence occurrence, Reference reference) {
      if (place == null) {
        place = OccurrencePlace.of(city);
      }
      return place.place(occurrence, reference);
    }
  }

  static Place<Finding, PlacedFinding> findings(ReferenceSource source) {
    return new Place<>(source, f -> f.receipt().reference(), FindingPlace::place);
  }

  static Place<Casualty, PlacedCasualty> casualties(ReferenceSource source) {
    return new Place<>(source, c -> c.receipt().reference(), PlacedCasualty::place);
  }

  @Override
  public void open(OpenContext context) {
    view = source.open();
  }

  @Override
  public O map(I input) {
    return placing.place(input, view.atLeast(needs.offset(input)));
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
