package hongyan.pipelines.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of figures are asked for; null asks for all.
 *
 * @param subject a station's id, or the adcode of a county or of the city
 * @param from inclusive, of the figure's time, which is the end of its period
 * @param to inclusive
 */
public record ChangeQuery(@Nullable String subject, @Nullable Instant from, @Nullable Instant to) {}
