package hongyan.pipelines.series;

import hongyan.pipelines.air.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of the air are asked for; null asks for all.
 *
 * @param subject a station's id, or the adcode of a county or of the city
 * @param from inclusive, of {@code AirFigure.time}, which is the end of its period
 * @param to inclusive: the last hour of a day ends when the day does
 */
public record FigureQuery(
    @Nullable String subject, Period period, @Nullable Instant from, @Nullable Instant to) {}
