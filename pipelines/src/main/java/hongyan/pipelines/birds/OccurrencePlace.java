package hongyan.pipelines.birds;

import hongyan.geo.place.PositionError;
import hongyan.geo.zones.Placement;
import hongyan.geo.zones.ZoneChance;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.reference.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Where a bird record lies. One that states no uncertainty is taken at its word. One that does lies
 * in the areas that hold its true position with enough probability, and may lie in others.
 *
 * @param city adcode of the city
 */
public record OccurrencePlace(PlacementPolicy policy, String city) {

  public static OccurrencePlace of(String city) {
    return new OccurrencePlace(PlacementPolicy.load(), city);
  }

  /** Places a record by the zones in force at its own time. */
  public PlacedOccurrence place(Occurrence occurrence, Reference reference) {
    Placement stated = reference.place(occurrence.position(), occurrence.eventStart());
    Double radius = occurrence.coordinateUncertaintyInMeters();
    return radius == null
        ? new PlacedOccurrence(occurrence, stated)
        : place(occurrence, stated, policy.error(radius), reference);
  }

  private PlacedOccurrence place(
      Occurrence occurrence, Placement stated, PositionError error, Reference reference) {
    List<AreaChance> chances = new ArrayList<>();
    Set<String> statedZones =
        stated.zones().stream().map(ZoneRef::id).collect(Collectors.toCollection(HashSet::new));
    List<ZoneRef> zones = new ArrayList<>();
    for (ZoneChance zone :
        reference.zoneChances(occurrence.position(), occurrence.eventStart(), error)) {
      String id = zone.zone().id();
      if (add(chances, "zone", id, zone.probability(), statedZones.contains(id))) {
        zones.add(zone.zone());
      }
    }
    String county = null;
    SortedMap<String, Double> counties = reference.countyChances(occurrence.position(), error);
    for (Map.Entry<String, Double> each : counties.entrySet()) {
      boolean named = each.getKey().equals(stated.county());
      if (add(chances, "county", each.getKey(), each.getValue(), named)) {
        county = each.getKey();
      }
    }
    double inCity = counties.values().stream().mapToDouble(Double::doubleValue).sum();
    add(chances, "city", city, Math.min(1, inCity), stated.county() != null);
    return new PlacedOccurrence(occurrence, new Placement(county, zones), chances, null);
  }

  /** Returns whether the record is placed there. */
  private boolean add(
      List<AreaChance> chances, String kind, String id, double probability, boolean stated) {
    boolean placed = probability >= policy.placed();
    if (placed || stated || probability >= policy.possible()) {
      chances.add(new AreaChance(kind, id, probability, placed));
    }
    return placed;
  }
}
