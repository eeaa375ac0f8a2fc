package hongyan.geo.patrol;

import hongyan.geo.place.Bounds;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;

/**
 * How well patrol points cover a zone.
 *
 * @param share of the zone's area within the sheet's distance of a point, 0 to 1; by samples on an
 *     even grid, so right to about a hundredth
 * @param points how many lie in the zone
 * @param pointsPerSquareKilometre of the zone
 * @param samples how many places were looked at
 */
public record Coverage(
    double share, int points, double pointsPerSquareKilometre, double hectares, int samples) {

  private static final double HECTARES_PER_SQUARE_KILOMETRE = 100;

  /** Looks at the zone on an even grid in metres. */
  public static Coverage of(Shape zone, PatrolIndex patrol, PatrolSheet sheet) {
    Bounds box = zone.bounds();
    double middle = Math.toRadians((box.southWest().lat() + box.northEast().lat()) / 2);
    double hectares = zone.hectares();
    double stepNorth = Math.sqrt(hectares * 10_000 / sheet.samplesPerZone()) / 111_000;
    double stepEast = stepNorth / Math.cos(middle);
    int samples = 0;
    int covered = 0;
    for (double lat = box.southWest().lat() + stepNorth / 2;
        lat < box.northEast().lat();
        lat += stepNorth) {
      for (double lon = box.southWest().lon() + stepEast / 2;
          lon < box.northEast().lon();
          lon += stepEast) {
        Position at = new Position(lon, lat);
        if (zone.covers(at)) {
          samples++;
          covered += patrol.findNearest(at, sheet.coverMetres()).isPresent() ? 1 : 0;
        }
      }
    }
    int inside =
        (int) patrol.points().stream().filter(point -> inside(zone, box, point.position())).count();
    return new Coverage(
        samples == 0 ? 0 : (double) covered / samples,
        inside,
        inside / (hectares / HECTARES_PER_SQUARE_KILOMETRE),
        hectares,
        samples);
  }

  private static boolean inside(Shape zone, Bounds box, Position at) {
    return box.holds(at) && zone.covers(at);
  }
}
