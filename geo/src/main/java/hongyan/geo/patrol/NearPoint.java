package hongyan.geo.patrol;

/**
 * A patrol point near a position.
 *
 * @param metres distance on the ellipsoid
 */
public record NearPoint(PatrolPoint point, double metres) {}
