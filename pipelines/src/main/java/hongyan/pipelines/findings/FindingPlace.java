package hongyan.pipelines.findings;

import hongyan.geo.place.Shape;
import hongyan.geo.zones.Placement;
import hongyan.geo.zones.Seasons;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.reference.Reference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a finding belongs: by its position, else by the county and the zone that it names. */
public final class FindingPlace {

  private FindingPlace() {}

  /** Places a finding; a zone that was not in force at its time is none. */
  public static PlacedFinding place(Finding finding, Reference reference) {
    if (finding.position() != null) {
      return new PlacedFinding(finding, reference.place(finding.position(), finding.time()));
    }
    Optional<Zone> zone =
        Optional.ofNullable(finding.zone()).flatMap(id -> reference.findZone(id, finding.time()));
    return new PlacedFinding(
        finding,
        new Placement(
            county(finding, zone, reference),
            zone.map(each -> List.of(named(each, finding))).orElse(List.of())));
  }

  /** A report that names a zone only is of the county that the zone's middle lies in. */
  private static @Nullable String county(
      Finding finding, Optional<Zone> zone, Reference reference) {
    if (finding.county() != null) {
      return finding.county();
    }
    return zone.map(each -> Shape.of(each.geometry()).interior())
        .map(middle -> reference.place(middle, finding.time()).county())
        .orElse(null);
  }

  private static ZoneRef named(Zone zone, Finding finding) {
    boolean season = Seasons.inSeason(zone.seasons(), finding.time());
    return new ZoneRef(zone.id(), zone.kind(), zone.version(), season);
  }
}
