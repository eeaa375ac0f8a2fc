package hongyan.pipelines.series;

import org.jspecify.annotations.Nullable;

/**
 * Which forecasts are asked for; null asks for all.
 *
 * @param item {@code AQI} or the code of a pollutant
 * @param from first day forecast, yyyy-MM-dd
 * @param to last day forecast, inclusive
 */
public record ForecastQuery(
    @Nullable String issuer,
    @Nullable String subject,
    @Nullable String item,
    @Nullable String from,
    @Nullable String to) {}
