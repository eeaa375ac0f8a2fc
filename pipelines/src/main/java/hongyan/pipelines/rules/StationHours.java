package hongyan.pipelines.rules;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.reference.Station;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The valid hourly means of particles at one station, by the hours' labels, ascending.
 *
 * @param county adcode of where it stands, or null
 * @param pm25 µg/m³
 * @param pm10 µg/m³
 */
public record StationHours(
    Station station,
    @Nullable String county,
    Map<Instant, BigDecimal> pm25,
    Map<Instant, BigDecimal> pm10) {

  public StationHours {
    pm25 = Collections.unmodifiableMap(new TreeMap<>(pm25));
    pm10 = Collections.unmodifiableMap(new TreeMap<>(pm10));
  }

  /** Takes them from the figures of some days, in any order. */
  public static StationHours of(
      Station station, @Nullable String county, Collection<StationDay> days) {
    Map<Instant, BigDecimal> pm25 = new TreeMap<>();
    Map<Instant, BigDecimal> pm10 = new TreeMap<>();
    for (StationDay day : days) {
      for (AirFigure hour : day.hours()) {
        for (Mean mean : hour.means()) {
          BigDecimal value = mean.value();
          if (mean.valid() && value != null && mean.pollutant() == Pollutant.PM25) {
            pm25.put(hour.time(), value);
          } else if (mean.valid() && value != null && mean.pollutant() == Pollutant.PM10) {
            pm10.put(hour.time(), value);
          }
        }
      }
    }
    return new StationHours(station, county, pm25, pm10);
  }

  /** Puts the hours of several days of one station together. */
  public static StationHours together(List<StationHours> days) {
    StationHours any = days.get(0);
    Map<Instant, BigDecimal> pm25 = new TreeMap<>();
    Map<Instant, BigDecimal> pm10 = new TreeMap<>();
    for (StationHours day : days) {
      pm25.putAll(day.pm25);
      pm10.putAll(day.pm10);
    }
    return new StationHours(any.station, any.county, pm25, pm10);
  }

  Map<Instant, BigDecimal> of(Pollutant pollutant) {
    return pollutant == Pollutant.PM25 ? pm25 : pm10;
  }

  /** Returns those of the {@code count} hours before {@code hour} that {@code values} has. */
  static List<Instant> before(Map<Instant, BigDecimal> values, Instant hour, int count) {
    List<Instant> hours = new ArrayList<>();
    for (int back = 1; back <= count; back++) {
      Instant earlier = hour.minus(Duration.ofHours(back));
      if (values.containsKey(earlier)) {
        hours.add(earlier);
      }
    }
    return hours;
  }

  /** Returns the stations among {@code all} within {@code metres}, without this one. */
  List<StationHours> within(List<StationHours> all, double metres, Distance distance) {
    return all.stream()
        .filter(other -> !other.station.id().equals(station.id()))
        .filter(other -> distance.metres(station.position(), other.station.position()) <= metres)
        .toList();
  }
}
