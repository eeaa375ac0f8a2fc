package hongyan.geo.zones;

/**
 * A zone in which something may lie whose position is not certain.
 *
 * @param probability that its true position lies in the zone, 0 to 1
 */
public record ZoneChance(ZoneRef zone, double probability) {}
