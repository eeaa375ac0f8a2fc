package hongyan.pipelines.forecasts;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days of the city. */
public final class ForecastFixtures {
  private ForecastFixtures() {}

  /** A day with its AQI only; null for none. */
  public static AirFigure day(String date, @Nullable Integer aqi) {
    return day(date, aqi, List.of());
  }

  /** A day with the same value of every pollutant. */
  static AirFigure day(String date, String value) {
    List<Mean> means =
        Arrays.stream(Pollutant.values())
            .map(p -> new Mean(p, new BigDecimal(value), new BigDecimal(value), 24, true))
            .toList();
    return day(date, null, means);
  }

  /** A day with one pollutant. */
  static AirFigure day(String date, Pollutant pollutant, String value, boolean valid) {
    BigDecimal number = new BigDecimal(value);
    return day(date, null, List.of(new Mean(pollutant, number, number, 24, valid)));
  }

  static void put(Map<LocalDate, AirFigure> days, AirFigure day) {
    days.put(LocalDate.parse(day.date()), day);
  }

  private static AirFigure day(String date, @Nullable Integer aqi, List<Mean> means) {
    return new AirFigure(
        "431100",
        Period.DAY,
        CivilDay.endOf(date),
        date,
        means,
        Map.of(),
        aqi,
        aqi == null ? null : 1,
        List.of(),
        "HJ 633-2012",
        aqi != null,
        null,
        true);
  }
}
