package hongyan.pipelines.roosts;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.FindingChange;
import hongyan.pipelines.findings.FindingPlace;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.rules.RuleSheet;
import hongyan.pipelines.rules.Watched;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which roosts a finding may have disturbed: the bird stations within a distance. Pure. */
public final class Disturbances {

  private final Watched watched = Watched.load();
  private final double nearMetres;

  private Disturbances(RuleSheet sheet) {
    this.nearMetres = sheet.decimal("nearMetres").doubleValue();
  }

  public static Disturbances load() {
    return new Disturbances(RuleSheet.load(RoostCollapse.ID));
  }

  /** Lists what a finding says to the roosts, and takes away what it said before. */
  public List<Disturbance> of(FindingChange change, Reference reference) {
    return Stream.concat(
            of(change.before(), reference, false), of(change.after().finding(), reference, true))
        .toList();
  }

  private Stream<Disturbance> of(@Nullable Finding finding, Reference reference, boolean there) {
    Position position = finding == null ? null : FindingPlace.position(finding, reference);
    if (position == null || !watched.disturbing().contains(finding.conduct())) {
      return Stream.empty();
    }
    return reference.stations().stream()
        .filter(station -> !station.kind().equals("air"))
        .map(
            station ->
                new Disturbance(
                    station.id(),
                    finding.findingID(),
                    finding.conduct(),
                    finding.time(),
                    Geodesy.metres(position, station.position()),
                    finding.receipt().receivedAt(),
                    there))
        .filter(disturbance -> disturbance.metres() <= nearMetres);
  }
}
