package hongyan.pipelines.air;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.records.Receipt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Readings as a test tells them. */
final class AirFixtures {
  static final String STATION = "P01";
  static final String DATE = "2024-10-22";

  private AirFixtures() {}

  /** The label {@code hour}:00 of {@code date}, 1 to 24. */
  static Instant hour(String date, int hour) {
    return LocalDate.parse(date)
        .atStartOfDay(CivilTime.ZONE)
        .toInstant()
        .plus(Duration.ofHours(hour));
  }

  static Reading hourly(Pollutant pollutant, int hour, String value) {
    return reading(pollutant, Averaging.PT1H, hour(DATE, hour), value, Flag.N);
  }

  static Reading reading(
      Pollutant pollutant, Averaging averaging, Instant time, String value, Flag flag) {
    return reading(STATION, pollutant, averaging, time, value, flag);
  }

  static Reading reading(
      String station,
      Pollutant pollutant,
      Averaging averaging,
      Instant time,
      String value,
      Flag flag) {
    Receipt receipt = new Receipt("test", Instant.EPOCH, null, "", 1, "", 0);
    return new Reading(station, pollutant, averaging, time, new BigDecimal(value), flag, receipt);
  }

  /** One hourly reading of the same value for each of the hours {@code from} to {@code to}. */
  static List<Reading> hours(Pollutant pollutant, int from, int to, String value) {
    List<Reading> readings = new ArrayList<>();
    for (int hour = from; hour <= to; hour++) {
      readings.add(hourly(pollutant, hour, value));
    }
    return readings;
  }

  static List<Reading> allPollutants(int from, int to, String value) {
    List<Reading> readings = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      readings.addAll(hours(pollutant, from, to, pollutant == Pollutant.CO ? "0.5" : value));
    }
    return readings;
  }

  static StationDay day(List<Reading> readings) {
    return AirDay.of(STATION, DATE, readings);
  }

  static Mean mean(AirFigure figure, Pollutant pollutant) {
    return figure.means().stream()
        .filter(m -> m.pollutant() == pollutant)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mean of " + pollutant));
  }
}
