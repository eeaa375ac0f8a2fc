package hongyan.service.air;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An AQI as the API gives it.
 *
 * @param subject a station's id or an adcode
 * @param time end of the hour, or the date of the day
 */
record AqiView(
    String subject,
    String time,
    String period,
    @Nullable Integer aqi,
    @Nullable Integer level,
    List<String> primary,
    Map<String, Integer> iaqi,
    Map<String, BigDecimal> values,
    String standard,
    boolean valid,
    boolean complete,
    @Nullable String reason) {

  static AqiView of(AirFigure figure) {
    Map<String, Integer> iaqi = new LinkedHashMap<>();
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (Mean mean : figure.means()) {
      Integer index = figure.iaqi().get(mean.pollutant());
      if (index != null) {
        iaqi.put(mean.pollutant().code(), index);
      }
      if (mean.rounded() != null) {
        values.put(mean.pollutant().code(), mean.rounded());
      }
    }
    return new AqiView(
        figure.subject(),
        time(figure),
        figure.period().name().toLowerCase(Locale.ROOT),
        figure.aqi(),
        figure.level(),
        figure.primary().stream().map(Pollutant::code).toList(),
        iaqi,
        values,
        figure.standard(),
        figure.valid(),
        figure.complete(),
        figure.reason());
  }

  static String time(AirFigure figure) {
    return figure.period() == Period.DAY
        ? figure.date()
        : figure.time().atZone(CivilTime.ZONE).toOffsetDateTime().toString();
  }
}
