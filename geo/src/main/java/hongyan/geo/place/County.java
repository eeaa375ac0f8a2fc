package hongyan.geo.place;

/**
 * One county-level unit.
 *
 * @param adcode six-digit code of GB/T 2260, for example 431102
 * @param name Chinese name, for example 零陵区
 */
public record County(String adcode, String name) {}
