package hongyan.geo.zones;

import hongyan.geo.place.Bounds;
import hongyan.geo.place.Position;
import hongyan.geo.place.PositionError;
import hongyan.geo.place.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * All versions of all zones, asked by place and time.
 *
 * <p>At any moment at most one version of a zone is in force: of those whose validity covers the
 * moment, the highest. So a new version ends the former even where nobody has closed its validity.
 * The border belongs to the zone, the inside of a hole does not. Immutable and thread-safe; made
 * anew when a zone changes.
 */
public final class ZoneIndex {

  private final STRtree tree = new STRtree();
  private final Map<String, Shape> shapes = new HashMap<>();

  private ZoneIndex(List<Entry> entries) {
    for (Entry entry : entries) {
      tree.insert(envelope(entry.shape().bounds()), entry);
      shapes.put(entry.zone().id() + "/" + entry.zone().version(), entry.shape());
    }
    tree.build();
  }

  /**
   * Indexes the given versions, in any order.
   *
   * @throws IllegalArgumentException naming each zone with an invalid polygon, a wrong season, or a
   *     version that comes twice
   */
  public static ZoneIndex of(List<Zone> zones) {
    Map<String, List<Zone>> versions = new HashMap<>();
    zones.forEach(zone -> versions.computeIfAbsent(zone.id(), id -> new ArrayList<>()).add(zone));
    List<Entry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Zone zone : zones) {
      String name = "zone %s version %d".formatted(zone.id(), zone.version());
      if (!seen.add(name)) {
        problems.add(name + ": comes twice");
        continue;
      }
      try {
        entries.add(Entry.of(zone, versions.getOrDefault(zone.id(), List.of())));
      } catch (IllegalArgumentException e) {
        problems.add(name + ": " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new ZoneIndex(entries);
  }

  /** Returns the zones in force at {@code time} that cover {@code position}, sorted by id. */
  public List<ZoneRef> covering(Position position, Instant time) {
    return candidates(Bounds.around(position, 0), time)
        .filter(entry -> entry.shape().covers(position))
        .map(entry -> entry.at(time))
        .sorted(Comparator.comparing(ZoneRef::id))
        .toList();
  }

  /** Returns the zones in force at {@code time} whose own bounds meet these, sorted by id. */
  public List<ZoneRef> meeting(Bounds bounds, Instant time) {
    return candidates(bounds, time)
        .map(entry -> entry.at(time))
        .sorted(Comparator.comparing(ZoneRef::id))
        .toList();
  }

  /** Returns the polygon of that version, made ready; empty where there is none. */
  public Optional<Shape> findShape(String id, int version) {
    return Optional.ofNullable(shapes.get(id + "/" + version));
  }

  /**
   * Returns the zones in force at {@code time} that cover {@code position} or come within {@code
   * metres} of it (inclusive), nearest first, at the same distance by id.
   *
   * @throws IllegalArgumentException if {@code metres} is negative or no finite number
   */
  public List<NearZone> near(Position position, Instant time, double metres) {
    if (!(metres >= 0 && metres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("distance must be 0 metres or more, was " + metres);
    }
    return candidates(Bounds.around(position, metres), time)
        .map(entry -> new NearZone(entry.at(time), entry.shape().metresFrom(position)))
        .filter(near -> near.metres() <= metres)
        .sorted(
            Comparator.comparingDouble(NearZone::metres).thenComparing(near -> near.zone().id()))
        .toList();
  }

  /** Returns the zones in force at {@code time} that share an area with {@code shape}, by id. */
  public List<ZoneShare> sharing(Shape shape, Instant time) {
    return candidates(shape.bounds(), time)
        .map(entry -> new ZoneShare(entry.at(time), entry.shape().hectaresShared(shape)))
        .filter(share -> share.hectares() > 0)
        .sorted(Comparator.comparing(share -> share.zone().id()))
        .toList();
  }

  /**
   * Returns the zones in force at {@code time} within reach of a position that may be off, each
   * with the probability that the true position lies in it, sorted by id.
   */
  public List<ZoneChance> chances(Position position, Instant time, PositionError error) {
    return candidates(Bounds.around(position, error.reachMetres()), time)
        .map(entry -> new ZoneChance(entry.at(time), entry.shape().probability(position, error)))
        .sorted(Comparator.comparing(chance -> chance.zone().id()))
        .toList();
  }

  @SuppressWarnings("unchecked") // STRtree knows no types; only entries are put in
  private Stream<Entry> candidates(Bounds bounds, Instant time) {
    List<Entry> found = tree.query(envelope(bounds));
    return found.stream().filter(entry -> entry.inForceAt(time));
  }

  private static Envelope envelope(Bounds bounds) {
    return new Envelope(
        bounds.southWest().lon(),
        bounds.northEast().lon(),
        bounds.southWest().lat(),
        bounds.northEast().lat());
  }

  /** One version with its polygon and calendar, and the later versions that may overrule it. */
  private record Entry(Zone zone, Shape shape, Calendar calendar, List<Zone> later) {

    static Entry of(Zone zone, List<Zone> versions) {
      List<Zone> later = versions.stream().filter(v -> v.version() > zone.version()).toList();
      return new Entry(zone, Shape.of(zone.geometry()), Calendar.of(zone.seasons()), later);
    }

    boolean inForceAt(Instant time) {
      return zone.inForceAt(time) && later.stream().noneMatch(v -> v.inForceAt(time));
    }

    ZoneRef at(Instant time) {
      return new ZoneRef(zone.id(), zone.kind(), zone.version(), calendar.covers(time));
    }
  }
}
