package hongyan.geo.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * A polygon or multipolygon on WGS 84 that has passed its checks.
 *
 * <p>The border belongs to the shape, that of a hole as well; the inside of a hole does not. A
 * shape that runs over 180 degrees comes as two parts, as GeoJSON asks. Immutable and thread-safe;
 * the first {@link #covers} builds an index over the border.
 */
public final class Shape {

  private final Geometry geometry;
  private final IndexedPointInAreaLocator locator;
  private final Border border;

  private Shape(Geometry geometry) {
    this.geometry = geometry;
    this.locator = new IndexedPointInAreaLocator(geometry);
    this.border = new Border(geometry);
  }

  /** Takes down what is wrong with a polygon, and where. */
  @FunctionalInterface
  public interface Faults {
    /**
     * @param rule which rule is broken, for example {@code self-crossing}
     * @param at the place of the fault, or null where there is none to show
     */
    void add(String rule, String message, @Nullable Position at);
  }

  /**
   * Reads a GeoJSON Polygon or MultiPolygon; empty, with at least one fault told, if it is none or
   * not a valid one (OGC Simple Features; RFC 7946).
   */
  public static Optional<Shape> read(String geojson, Faults faults) {
    return PolygonReader.read(geojson, faults).map(Shape::new);
  }

  /**
   * Reads a GeoJSON Polygon or MultiPolygon that has been checked before.
   *
   * @throws IllegalArgumentException if it has faults, naming all of them
   */
  public static Shape of(String geojson) {
    List<String> messages = new ArrayList<>();
    return read(geojson, (rule, message, at) -> messages.add(rule + ": " + message))
        .orElseThrow(() -> new IllegalArgumentException(String.join("; ", messages)));
  }

  /** Returns a position inside, away from the border where the shape allows it. */
  public Position interior() {
    Coordinate inside = geometry.getInteriorPoint().getCoordinate();
    return new Position(inside.x, inside.y);
  }

  /** Returns whether {@code position} lies inside or on the border. */
  public boolean covers(Position position) {
    return locator.locate(new Coordinate(position.lon(), position.lat())) != Location.EXTERIOR;
  }

  /**
   * Returns the distance on the ellipsoid from {@code position} to the nearest place of this shape,
   * in metres; 0 inside and on the border. Within 100 km and below 80 degrees of latitude it is
   * right to a ten-thousandth, beyond that it is not less than the true distance.
   */
  public double metresFrom(Position position) {
    return covers(position) ? 0 : border.metresFrom(position);
  }

  /** Returns the distance to the nearest place of the border, in metres, inside as well. */
  public double metresFromBorder(Position position) {
    return border.metresFrom(position);
  }

  /** Returns positions along all of the border, no two neighbours further apart than that. */
  public List<Position> listBorder(double apartDegrees) {
    Densifier densifier = new Densifier(geometry.getBoundary());
    densifier.setDistanceTolerance(apartDegrees);
    return Arrays.stream(densifier.getResultGeometry().getCoordinates())
        .map(at -> new Position(at.x, at.y))
        .toList();
  }

  /** Returns the area that this shape and the other have in common, in hectares. */
  public double overlapHectares(Shape other) {
    return geometry.getEnvelopeInternal().intersects(other.geometry.getEnvelopeInternal())
        ? Footprint.hectares(Footprint.intersection(geometry, other.geometry))
        : 0;
  }

  Geometry geometry() {
    return geometry;
  }

  /**
   * Returns how likely it is that something at {@code position} truly lies inside, when the error
   * of its position is the same in all directions and normally distributed.
   *
   * <p>Worked out in a plane laid at the position, exact to 1e-9 there. At middle latitudes the
   * plane's scale from west to east is off by a hundredth for each 130 km to the north or south.
   *
   * @param error how far off the position may be
   */
  public double probability(Position position, PositionError error) {
    return border.probability(position, error.sigmaMetres());
  }

  /** Returns whether both have ground in common; a common border alone is none. */
  public boolean sharesGroundWith(Shape other) {
    return geometry.intersects(other.geometry) && !geometry.touches(other.geometry);
  }

  /** Returns the area on the ellipsoid, holes left out, in hectares. */
  public double hectares() {
    return border.squareMetres() / 10_000;
  }

  /** Returns the area on the ellipsoid that this shape has in common with another, in hectares. */
  public double hectaresShared(Shape other) {
    Geometry common = geometry.intersection(other.geometry);
    List<Polygon> parts = new ArrayList<>();
    // Where they only touch, lines and points are left, which have no area.
    PolygonExtracter.getPolygons(common, parts);
    MultiPolygon shared = common.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    return new Border(shared).squareMetres() / 10_000;
  }

  /** Returns the smallest bounds that hold this shape. */
  public Bounds bounds() {
    Envelope box = geometry.getEnvelopeInternal();
    return new Bounds(
        new Position(box.getMinX(), box.getMinY()), new Position(box.getMaxX(), box.getMaxY()));
  }
}
