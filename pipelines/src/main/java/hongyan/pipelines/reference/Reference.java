package hongyan.pipelines.reference;

import hongyan.geo.law.NoHuntingPeriod;
import hongyan.geo.law.Permit;
import hongyan.geo.place.Bounds;
import hongyan.geo.place.Counties;
import hongyan.geo.place.County;
import hongyan.geo.place.Position;
import hongyan.geo.place.PositionError;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.NearZone;
import hongyan.geo.zones.Placement;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneChance;
import hongyan.geo.zones.ZoneShare;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What records are judged by, at one moment of the reference log: stations, devices, permits, days
 * of dust, closed seasons, assessments, and the zones in all their versions, so that a late record
 * is judged by the zones of its own time. Immutable and thread-safe.
 */
public final class Reference {

  private final Counties counties;
  private final Map<String, Station> stations;
  private final Map<String, Device> devices;
  private final Map<String, Permit> permits;
  private final Map<String, DustDay> dustDays;
  private final Map<String, NoHuntingPeriod> noHuntingPeriods;
  private final Map<String, Assessment> assessments;
  private final ZoneVersions zones;
  private volatile @Nullable Map<String, String> stationCounties;

  Reference(
      Counties counties,
      Map<String, Station> stations,
      Map<String, Device> devices,
      Map<String, Permit> permits,
      Map<String, DustDay> dustDays,
      Map<String, NoHuntingPeriod> noHuntingPeriods,
      Map<String, Assessment> assessments,
      ZoneVersions zones) {
    this.counties = counties;
    this.stations = Map.copyOf(stations);
    this.devices = Map.copyOf(devices);
    this.permits = Map.copyOf(permits);
    this.dustDays = Map.copyOf(dustDays);
    this.noHuntingPeriods = Map.copyOf(noHuntingPeriods);
    this.assessments = Map.copyOf(assessments);
    this.zones = zones;
  }

  /**
   * Puts a reference together from its parts, without days of dust.
   *
   * @throws IllegalArgumentException naming each zone that is none
   */
  public static Reference of(
      Counties counties,
      Collection<Station> stations,
      Collection<Device> devices,
      Collection<Zone> zones,
      Collection<Permit> permits) {
    return of(counties, stations, devices, zones, permits, List.of());
  }

  /**
   * Puts a reference together from its parts.
   *
   * @throws IllegalArgumentException naming each zone that is none
   */
  public static Reference of(
      Counties counties,
      Collection<Station> stations,
      Collection<Device> devices,
      Collection<Zone> zones,
      Collection<Permit> permits,
      Collection<DustDay> dustDays) {
    return of(counties, stations, devices, zones, permits, dustDays, List.of(), List.of());
  }

  /**
   * Puts a reference together from its parts.
   *
   * @throws IllegalArgumentException naming each zone that is none
   */
  public static Reference of(
      Counties counties,
      Collection<Station> stations,
      Collection<Device> devices,
      Collection<Zone> zones,
      Collection<Permit> permits,
      Collection<DustDay> dustDays,
      Collection<NoHuntingPeriod> noHuntingPeriods,
      Collection<Assessment> assessments) {
    var entries = new Entries(counties);
    stations.forEach(entries::put);
    devices.forEach(entries::put);
    permits.forEach(entries::put);
    dustDays.forEach(entries::put);
    noHuntingPeriods.forEach(entries::put);
    assessments.forEach(entries::put);
    return entries.snapshotWith(ZoneVersions.of(zones));
  }

  public Collection<Station> stations() {
    return stations.values();
  }

  public Collection<Device> devices() {
    return devices.values();
  }

  public Collection<Permit> permits() {
    return permits.values();
  }

  /** Returns the days of sand and dust of the official list. */
  public Collection<DustDay> dustDays() {
    return dustDays.values();
  }

  /** Returns the closed seasons for hunting (禁猎期). */
  public Collection<NoHuntingPeriod> noHuntingPeriods() {
    return noHuntingPeriods.values();
  }

  /** Returns the closed seasons for hunting that hold at that moment and place, by id. */
  public List<NoHuntingPeriod> noHuntingPeriods(Placement place, Instant time) {
    return noHuntingPeriods.values().stream()
        .filter(period -> period.holds(time, place.county(), place.zones()))
        .sorted(Comparator.comparing(NoHuntingPeriod::id))
        .toList();
  }

  /** Returns the assessments of projects that are on file. */
  public Collection<Assessment> assessments() {
    return assessments.values();
  }

  public Optional<Assessment> findAssessment(String id) {
    return Optional.ofNullable(assessments.get(id));
  }

  /** Returns the assessments that speak for a zone at that moment, by id. */
  public List<Assessment> assessments(String zone, Instant time) {
    return assessments.values().stream()
        .filter(assessment -> assessment.covers(zone, time))
        .sorted(Comparator.comparing(Assessment::id))
        .toList();
  }

  /**
   * Returns all versions of all zones, by id and version. One that was published without an end and
   * has a later version ends where that one begins.
   */
  public List<Zone> zones() {
    return zones.list();
  }

  public Optional<Station> findStation(String id) {
    return Optional.ofNullable(stations.get(id));
  }

  public Optional<Device> findDevice(String id) {
    return Optional.ofNullable(devices.get(id));
  }

  public Optional<Permit> findPermit(String id) {
    return Optional.ofNullable(permits.get(id));
  }

  /** Returns the entry of the official list for a civil date, yyyy-MM-dd. */
  public Optional<DustDay> findDustDay(String date) {
    return Optional.ofNullable(dustDays.get(date));
  }

  /** Returns the version of a zone that was in force at {@code time}. */
  public Optional<Zone> findZone(String id, Instant time) {
    return zones.find(id, time);
  }

  /** Returns the versions in force at {@code time} whose bounds meet these, by id. */
  public List<Zone> zones(Bounds bounds, Instant time) {
    return zones.index().meeting(bounds, time).stream()
        .flatMap(zone -> findZone(zone.id(), time).stream())
        .toList();
  }

  /**
   * Returns the versions that were in force at some moment from {@code from} on and before {@code
   * to}, whose bounds meet these, by id and version.
   */
  public List<Zone> zones(Bounds bounds, Instant from, Instant to) {
    return zones().stream()
        .filter(zone -> zone.inForceBetween(from, to))
        .filter(zone -> findShape(zone).map(shape -> shape.bounds().meets(bounds)).orElse(false))
        .toList();
  }

  /** Returns the polygon of one version of a zone. */
  public Optional<Shape> findShape(Zone zone) {
    return zones.index().findShape(zone.id(), zone.version());
  }

  /** Returns the county of a position and the zones that covered it at {@code time}. */
  public Placement place(Position position, Instant time) {
    String county = counties.covering(position).map(County::adcode).orElse(null);
    return new Placement(county, zones.index().covering(position, time));
  }

  /** Returns the zones in force at {@code time} that a position may truly lie in, by id. */
  public List<ZoneChance> zoneChances(Position position, Instant time, PositionError error) {
    return zones.index().chances(position, time, error);
  }

  /** Returns the counties that a position may truly lie in, with the probability, by adcode. */
  public SortedMap<String, Double> countyChances(Position position, PositionError error) {
    return counties.chances(position, error);
  }

  /** Returns the counties of the city. */
  public Counties counties() {
    return counties;
  }

  /** Returns the place of a station at {@code time}; empty when there is no such station. */
  public Optional<Placement> placeStation(String id, Instant time) {
    // The county of a station is known from before: this runs for every reading.
    return findStation(id)
        .map(
            station ->
                new Placement(
                    stationCounties().get(id), zones.index().covering(station.position(), time)));
  }

  /** Returns the adcode of the county that a station stands in; empty for one elsewhere or none. */
  public Optional<String> findCounty(String station) {
    return Optional.ofNullable(stationCounties().get(station));
  }

  /** Returns how many evaluation points (评价点) stand in a county. */
  public int countEvaluationPoints(String county) {
    return (int)
        stations.values().stream()
            .filter(Station::evaluates)
            .filter(station -> county.equals(stationCounties().get(station.id())))
            .count();
  }

  /** Returns how many evaluation points stand in any county of the city. */
  public int countEvaluationPoints() {
    return (int)
        stations.values().stream()
            .filter(Station::evaluates)
            .filter(station -> stationCounties().containsKey(station.id()))
            .count();
  }

  private Map<String, String> stationCounties() {
    Map<String, String> known = stationCounties;
    if (known == null) {
      known = new HashMap<>();
      for (Station station : stations.values()) {
        Optional<County> county = counties.covering(station.position());
        if (county.isPresent()) {
          known.put(station.id(), county.get().adcode());
        }
      }
      stationCounties = known;
    }
    return known;
  }

  /**
   * Returns the zones in force at {@code time} that a GeoJSON polygon shares an area with; none for
   * a text that is no polygon, which no door lets in.
   */
  public List<ZoneShare> sharing(String geometry, Instant time) {
    return Shape.read(geometry, (rule, message, at) -> {})
        .map(shape -> zones.index().sharing(shape, time))
        .orElse(List.of());
  }

  /**
   * Returns the zones in force at {@code time} that cover the position or come within {@code
   * metres} of it, nearest first.
   */
  public List<NearZone> near(Position position, Instant time, double metres) {
    return zones.index().near(position, time, metres);
  }
}
