package hongyan.pipelines.changes;

/**
 * The day of one station on its way into the figures of an area.
 *
 * @param area adcode of a county or of the city
 */
public record AreaUpdate(String area, DayUpdate update) {}
