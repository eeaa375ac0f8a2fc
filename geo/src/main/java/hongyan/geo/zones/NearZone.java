package hongyan.geo.zones;

/**
 * A zone near a position.
 *
 * @param metres distance on the ellipsoid, 0 inside and on the border
 */
public record NearZone(ZoneRef zone, double metres) {}
