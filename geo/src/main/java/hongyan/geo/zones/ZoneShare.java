package hongyan.geo.zones;

/**
 * A zone in force that a polygon overlaps.
 *
 * @param hectares of the polygon that lie in the zone, more than 0
 */
public record ZoneShare(ZoneRef zone, double hectares) {}
