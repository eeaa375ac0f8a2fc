package hongyan.pipelines.air;

import java.util.List;

/**
 * All figures of one station for one civil day: what county figures and the rules over hours are
 * made of.
 *
 * @param date yyyy-MM-dd in Asia/Shanghai; its hours are labelled 01:00 to 24:00
 * @param hours those hours that have any value, ascending
 */
public record StationDay(String station, String date, List<AirFigure> hours, AirFigure day) {}
