package hongyan.benchmarks;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Receipt;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The hourly readings of all six pollutants at some stations for the year 2025, hour by hour as a
 * network delivers them, by number: the nth is always the same.
 *
 * @param stations their ids
 */
record SyntheticYear(List<String> stations) implements Serializable {
  static final int DAYS = 365;

  /** What every value is after the correction; no value before it is as low. */
  static final int CORRECTED = 7;

  static final String HEADER = "station,time,pollutant,value,unit,flag,averaging\n";
  private static final long serialVersionUID = 1L;
  private static final Pollutant[] POLLUTANTS = Pollutant.values();
  private static final int HOURS = DAYS * 24;
  private static final Instant FIRST = Instant.parse("2024-12-31T17:00:00Z");
  private static final Instant ARRIVAL = Instant.parse("2026-02-01T00:00:00Z");
  private static final String BODY =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  static int readingsOfOneStation() {
    return HOURS * POLLUTANTS.length;
  }

  int readings() {
    return readingsOfOneStation() * stations.size();
  }

  /** Returns the nth reading, from 0; no value is beyond the range of any pollutant. */
  Reading reading(int n) {
    int hour = n / POLLUTANTS.length / stations.size();
    Pollutant pollutant = POLLUTANTS[n % POLLUTANTS.length];
    int value = CORRECTED + 1 + Math.floorMod(hour * 7 + n * 31, 50);
    return reading(n, station(n), pollutant, time(hour), value);
  }

  /** Returns the nth reading, from 0, of the first station, as it is sent again later. */
  Reading correction(int n) {
    Pollutant pollutant = POLLUTANTS[n % POLLUTANTS.length];
    Instant time = time(n / POLLUTANTS.length);
    return reading(readings() + n, stations.get(0), pollutant, time, CORRECTED);
  }

  /** Returns the nth reading as a line of the long table, with its line end. */
  String line(int n) {
    return line(reading(n)) + "\n";
  }

  /** Returns the nth reading as a line of JSON, with its line end. */
  String json(int n) {
    Reading reading = reading(n);
    return """
        {"station":"%s","time":"%s","pollutant":"%s","value":%s,"unit":"%s","flag":"N"}
        """
        .formatted(
            reading.station(),
            civil(reading.time()),
            reading.pollutant().code(),
            reading.value(),
            reading.pollutant().unit());
  }

  private String station(int n) {
    return stations.get(n / POLLUTANTS.length % stations.size());
  }

  private static Instant time(int hour) {
    return FIRST.plusSeconds(3_600L * hour);
  }

  private static Reading reading(
      int n, String station, Pollutant pollutant, Instant time, int value) {
    Receipt bare = new Receipt("http", ARRIVAL, null, BODY, 0, "", 0);
    BigDecimal decimal = BigDecimal.valueOf(value);
    Reading reading = new Reading(station, pollutant, Averaging.PT1H, time, decimal, Flag.N, bare);
    Instant arrival = ARRIVAL.plusNanos(1_000L * n);
    Receipt receipt = new Receipt("http", arrival, null, BODY, n % 5_000 + 2, line(reading), 0);
    return new Reading(station, pollutant, Averaging.PT1H, time, decimal, Flag.N, receipt);
  }

  private static String line(Reading reading) {
    return String.join(
        ",",
        reading.station(),
        civil(reading.time()),
        reading.pollutant().code(),
        reading.value().toString(),
        reading.pollutant().unit(),
        "N,PT1H");
  }

  private static String civil(Instant time) {
    return OffsetDateTime.ofInstant(time, ZoneOffset.ofHours(8)).toString();
  }
}
