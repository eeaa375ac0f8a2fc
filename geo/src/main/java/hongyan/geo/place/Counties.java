package hongyan.geo.place;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import tools.jackson.databind.JsonNode;

/**
 * The counties of a city, and the one that a position belongs to.
 *
 * <p>Every position inside the city belongs to exactly one county: on a border that two or three
 * share it is the one with the lowest adcode; the outer border belongs to the city. Without gaps
 * that holds only if the file has none (the city's own has none, a test holds it). Immutable and
 * thread-safe.
 */
public final class Counties {

  private record Entry(County county, Shape shape) {}

  private final TreeMap<String, Entry> byAdcode;
  private final STRtree tree = new STRtree();

  private Counties(TreeMap<String, Entry> byAdcode) {
    this.byAdcode = byAdcode;
    for (Entry entry : byAdcode.values()) {
      Bounds box = entry.shape().bounds();
      tree.insert(
          new Envelope(
              box.southWest().lon(),
              box.northEast().lon(),
              box.southWest().lat(),
              box.northEast().lat()),
          entry);
    }
    tree.build();
  }

  /**
   * Reads a GeoJSON feature collection with the properties {@code adcode} and {@code name}; does
   * not close the stream.
   *
   * @throws IllegalArgumentException naming every feature at fault
   */
  public static Counties of(InputStream geojson) {
    TreeMap<String, Entry> entries = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (GeoJson.Feature feature : GeoJson.listFeatures(geojson)) {
      String adcode = text(feature.properties(), "adcode");
      String name = text(feature.properties(), "name");
      if (!adcode.matches("\\d{6}") || name.isEmpty()) {
        problems.add("feature '%s': needs a six-digit adcode and a name".formatted(adcode));
        continue;
      }
      Shape.read(
              feature.geometry(),
              (rule, message, at) ->
                  problems.add("feature %s: %s: %s".formatted(adcode, rule, message)))
          .map(shape -> entries.put(adcode, new Entry(new County(adcode, name), shape)))
          .ifPresent(former -> problems.add("feature %s: comes twice".formatted(adcode)));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new Counties(entries);
  }

  /** Returns the county that {@code position} belongs to, or nothing outside the city. */
  @SuppressWarnings("unchecked") // STRtree knows no types; only entries are put in
  public Optional<County> covering(Position position) {
    List<Entry> candidates =
        tree.query(new Envelope(new Coordinate(position.lon(), position.lat())));
    return candidates.stream()
        .filter(entry -> entry.shape().covers(position))
        .map(Entry::county)
        .min(Comparator.comparing(County::adcode));
  }

  /**
   * Returns the probability that the true position of something lies in each county, by adcode;
   * those out of reach are left out.
   */
  @SuppressWarnings("unchecked") // STRtree knows no types; only entries are put in
  public SortedMap<String, Double> chances(Position position, PositionError error) {
    Bounds reach = Bounds.around(position, error.reachMetres());
    List<Entry> candidates =
        tree.query(
            new Envelope(
                reach.southWest().lon(),
                reach.northEast().lon(),
                reach.southWest().lat(),
                reach.northEast().lat()));
    SortedMap<String, Double> chances = new TreeMap<>();
    for (Entry entry : candidates) {
      chances.put(entry.county().adcode(), entry.shape().probability(position, error));
    }
    return chances;
  }

  /** Returns the counties that {@code shape} has ground in, by adcode; none outside the city. */
  public List<County> under(Shape shape) {
    return byAdcode.values().stream()
        .filter(entry -> entry.shape().sharesGroundWith(shape))
        .map(Entry::county)
        .toList();
  }

  /** Returns the county with this adcode. */
  public Optional<County> find(String adcode) {
    return Optional.ofNullable(byAdcode.get(adcode)).map(Entry::county);
  }

  /** Returns the polygon of the county with this adcode. */
  public Optional<Shape> findShape(String adcode) {
    return Optional.ofNullable(byAdcode.get(adcode)).map(Entry::shape);
  }

  /** Returns all counties by adcode. */
  public List<County> list() {
    return byAdcode.values().stream().map(Entry::county).toList();
  }

  private static String text(JsonNode properties, String key) {
    return properties.path(key).asString("");
  }
}
