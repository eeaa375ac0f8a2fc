package hongyan.geo.law;

/**
 * A kind of authority; which one it is, the county says.
 *
 * @param code for example {@code forestry}
 */
public record Department(String code, Words name) {}
