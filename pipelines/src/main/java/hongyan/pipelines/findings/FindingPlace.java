package hongyan.pipelines.findings;

import hongyan.geo.zones.Placement;
import hongyan.geo.zones.Seasons;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.reference.Reference;
import java.util.List;

/** Where a finding belongs: by its position, else by the county and the zone that it names. */
public final class FindingPlace {

  private FindingPlace() {}

  /** Places a finding; a zone that was not in force at its time is none. */
  public static PlacedFinding place(Finding finding, Reference reference) {
    if (finding.position() != null) {
      return new PlacedFinding(finding, reference.place(finding.position(), finding.time()));
    }
    List<ZoneRef> zones =
        finding.zone() == null
            ? List.of()
            : reference.findZone(finding.zone(), finding.time()).stream()
                .map(zone -> named(zone, finding))
                .toList();
    return new PlacedFinding(finding, new Placement(finding.county(), zones));
  }

  private static ZoneRef named(Zone zone, Finding finding) {
    boolean season = Seasons.inSeason(zone.seasons(), finding.time());
    return new ZoneRef(zone.id(), zone.kind(), zone.version(), season);
  }
}
