package hongyan.pipelines.air;

/**
 * A station's day as a part of an area's.
 *
 * @param area adcode of a county or of the city
 */
public record AreaPart(String area, StationDay day) {}
