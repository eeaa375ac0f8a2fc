package hongyan.service.doors;

import hongyan.geo.place.Counties;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.service.doors.checks.KnownPlaces;

/** What the reference log had been read to when a body came. */
record ReferencePlaces(Reference reference, Counties counties, long end) implements KnownPlaces {

  static KnownPlaces now(ReferenceLog log, Counties counties) {
    // In this order: the end may be later than what was seen, never earlier, so no pipeline judges
    // a record by less than its door had.
    Reference seen = log.current();
    return new ReferencePlaces(seen, counties, log.end());
  }

  @Override
  public boolean isStation(String id) {
    return reference.findStation(id).isPresent();
  }

  @Override
  public boolean isZone(String id) {
    return reference.zones().stream().anyMatch(zone -> zone.id().equals(id));
  }

  @Override
  public boolean isDevice(String id) {
    return reference.findDevice(id).isPresent();
  }

  @Override
  public boolean isCounty(String adcode) {
    return counties.find(adcode).isPresent();
  }
}
