package hongyan.service.api;

import hongyan.geo.zones.Placement;
import hongyan.geo.zones.ZoneRef;
import java.util.List;

/** A zone that covers something, as the API gives it. */
public record ZoneRefView(String id, String kind, int version, boolean season) {

  public static ZoneRefView of(ZoneRef zone) {
    return new ZoneRefView(zone.id(), zone.kind().code(), zone.version(), zone.season());
  }

  public static List<ZoneRefView> listOf(List<ZoneRef> zones) {
    return zones.stream().map(ZoneRefView::of).toList();
  }

  public static List<ZoneRefView> listOf(Placement placement) {
    return listOf(placement.zones());
  }
}
