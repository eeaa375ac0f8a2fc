package hongyan.pipelines.birds;

/**
 * An area in which a record of an uncertain position may lie.
 *
 * @param kind {@code zone}, {@code county} or {@code city}
 * @param id the zone's id or the adcode
 * @param probability that the true position lies in it, 0 to 1
 * @param placed whether that is enough to count the record there
 */
public record AreaChance(String kind, String id, double probability, boolean placed) {}
