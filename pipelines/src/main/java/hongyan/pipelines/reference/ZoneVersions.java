package hongyan.pipelines.reference;

import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of all zones with their index: what is made anew only when a zone changes. */
final class ZoneVersions {

  private final List<Zone> zones;
  private final ZoneIndex index;

  private ZoneVersions(List<Zone> zones) {
    this.zones = List.copyOf(zones);
    this.index = ZoneIndex.of(this.zones);
  }

  /** Takes the versions as published; one without an end ends where a later one begins. */
  static ZoneVersions of(Collection<Zone> published) {
    var sorted = new ArrayList<>(published);
    sorted.sort(Comparator.comparing(Zone::id).thenComparing(Zone::version));
    return new ZoneVersions(sorted.stream().map(zone -> ended(zone, sorted)).toList());
  }

  List<Zone> list() {
    return zones;
  }

  ZoneIndex index() {
    return index;
  }

  Optional<Zone> find(String id, Instant time) {
    return zones.stream()
        .filter(zone -> zone.id().equals(id) && zone.inForceAt(time))
        .max(Comparator.comparing(Zone::version));
  }

  private static Zone ended(Zone zone, List<Zone> all) {
    if (zone.validTo() != null) {
      return zone;
    }
    Optional<Instant> end =
        all.stream()
            .filter(later -> later.id().equals(zone.id()) && later.version() > zone.version())
            .map(Zone::validFrom)
            .min(Comparator.naturalOrder())
            .map(from -> from.isBefore(zone.validFrom()) ? zone.validFrom() : from);
    return zone.until(end.orElse(null));
  }
}
