package hongyan.service.notices;

import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.forecasts.Scoring;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A forecast as the API gives it back.
 *
 * @param lead days from the day of issue to the day forecast
 * @param unit null for the AQI
 * @param official false for the platform's own baseline
 * @param receivedAt when it reached the platform
 */
record ForecastView(
    String issuer,
    Instant issuedAt,
    String subject,
    String pollutant,
    String date,
    int lead,
    BigDecimal low,
    BigDecimal high,
    @Nullable String unit,
    boolean official,
    String label,
    Instant receivedAt,
    String raw) {

  static ForecastView of(Forecast forecast, String baselineLabel) {
    return new ForecastView(
        forecast.issuer(),
        forecast.issuedAt(),
        forecast.subject(),
        forecast.item(),
        forecast.date(),
        Scoring.lead(forecast),
        forecast.low(),
        forecast.high(),
        Pollutant.findByCode(forecast.item()).map(Pollutant::unit).orElse(null),
        forecast.official(),
        forecast.official() ? "" : baselineLabel,
        forecast.receipt().receivedAt(),
        forecast.receipt().raw());
  }
}
