package hongyan.pipelines.findings;

import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.Placement;
import hongyan.geo.zones.Seasons;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneRef;
import hongyan.geo.zones.ZoneShare;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding belongs: by its position or the ground that it shows, else by the county and the
 * zone that it names; one that names neither but a device, where that is registered.
 */
public final class FindingPlace {

  private FindingPlace() {}

  /** Places a finding; a zone that was not in force at its time is none. */
  public static PlacedFinding place(Finding finding, Reference reference) {
    Position position = position(finding, reference);
    if (position != null) {
      Placement there = reference.place(position, finding.time());
      return new PlacedFinding(
          finding, finding.geometry() == null ? there : onGround(there, finding, reference));
    }
    Optional<Zone> zone =
        Optional.ofNullable(finding.zone()).flatMap(id -> reference.findZone(id, finding.time()));
    return new PlacedFinding(
        finding,
        new Placement(
            county(finding, zone, reference),
            zone.map(each -> List.of(named(each, finding.time()))).orElse(List.of())));
  }

  /** Returns the position of a finding, the middle of its ground or its instrument; or null. */
  public static @Nullable Position position(Finding finding, Reference reference) {
    if (finding.position() != null) {
      return finding.position();
    }
    if (finding.geometry() != null) {
      return Shape.read(finding.geometry(), (rule, message, at) -> {})
          .map(Shape::interior)
          .orElse(null);
    }
    boolean named = finding.county() != null || finding.zone() != null;
    return named || finding.device() == null
        ? null
        : reference.findDevice(finding.device()).map(Device::position).orElse(null);
  }

  /** What the ground touches counts, not only what its middle lies in. */
  private static Placement onGround(Placement middle, Finding finding, Reference reference) {
    List<ZoneRef> touched =
        reference.sharing(String.valueOf(finding.geometry()), finding.time()).stream()
            .map(ZoneShare::zone)
            .toList();
    return new Placement(
        middle.county(),
        Stream.concat(touched.stream(), middle.zones().stream())
            .distinct()
            .sorted(Comparator.comparing(ZoneRef::id))
            .toList());
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

  private static ZoneRef named(Zone zone, Instant time) {
    return new ZoneRef(
        zone.id(), zone.kind(), zone.version(), Seasons.inSeason(zone.seasons(), time));
  }
}
