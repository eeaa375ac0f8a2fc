package hongyan.benchmarks.parts;

import hongyan.pipelines.air.Pollutant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The records of one run by number: hourly readings of all pollutants at some stations, hour by
 * hour, in bodies, and with some of the bodies a finding of a net. Runs do not overlap in time.
 *
 * @param run from 0
 * @param readings how many; a whole number of bodies
 */
record Load(int run, int readings) {
  static final int STATIONS = 30;
  static final int BODY = 1_000;
  private static final int BODIES_A_FINDING = 10;
  private static final int HOURS_A_RUN = 1_200;
  private static final int DAYS_A_RUN = 30;
  private static final int POLLUTANTS = Pollutant.values().length;
  private static final String HEADER = "station,time,pollutant,value,unit,flag,averaging\n";
  private static final Instant FIRST_HOUR = Instant.parse("2003-12-31T16:00:00Z");

  /** From the first day of the regulation on, so that each finding is an alert. */
  private static final Instant FIRST_DAY = Instant.parse("2025-01-01T02:00:00Z");

  static String station(int number) {
    return "LOAD-%02d".formatted(number);
  }

  /** Returns a station as the interface takes it, somewhere in the city. */
  static String stationJson(int number) {
    return """
        {"id":"%s","name":"负载测试%d","kind":"air","role":"evaluation",
         "position":{"type":"Point","coordinates":[%.4f,%.4f]}}
        """
        .formatted(station(number), number, 111.3 + number % 6 * 0.1, 25.6 + number / 6 * 0.2);
  }

  int bodies() {
    return readings / BODY;
  }

  /** Returns a body of readings as the long table. */
  String body(int number) {
    return IntStream.range(number * BODY, (number + 1) * BODY)
        .mapToObj(this::line)
        .collect(Collectors.joining("", HEADER, ""));
  }

  private String line(int n) {
    Pollutant pollutant = Pollutant.values()[n % POLLUTANTS];
    String station = station(n / POLLUTANTS % STATIONS);
    int value = 8 + Math.floorMod(n / POLLUTANTS / STATIONS * 7 + n * 31, 50);
    return "%s,%s,%s,%d,%s,N,PT1H\n"
        .formatted(station, civil(time(n)), pollutant.code(), value, pollutant.unit());
  }

  private Instant time(int n) {
    int hour = n / POLLUTANTS / STATIONS;
    return FIRST_HOUR.plusSeconds(3_600L * (run * (long) HOURS_A_RUN + hour + 1));
  }

  /** Returns whether a finding goes with the body. */
  boolean hasFinding(int body) {
    return body % BODIES_A_FINDING == 0;
  }

  int findings() {
    return (bodies() + BODIES_A_FINDING - 1) / BODIES_A_FINDING;
  }

  /** Returns the finding of a body; each lies a day apart, so that none is joined to another. */
  String finding(int body) {
    return """
        {"findingID":"LOAD-%1$d-%2$d","conduct":"net","time":"%3$s","source":"patrol",
         "position":{"type":"Point","coordinates":[111.62,26.42]},"description":"a net"}
        """
        .formatted(run, body, civil(firstDay().plusSeconds(86_400L * (body / BODIES_A_FINDING))));
  }

  /** Returns how many days have all their hours at every station. */
  int wholeDays() {
    return readings / POLLUTANTS / STATIONS / 24;
  }

  /** Returns a reading outside of every run, as JSON, to see whether the product works again. */
  static String probe(int number) {
    return """
        {"station":"%s","time":"%s","pollutant":"CO","value":0.5,"unit":"mg/m³"}
        """
        .formatted(station(0), civil(probeTime(number)));
  }

  static Instant probeTime(int number) {
    return FIRST_HOUR.minusSeconds(86_400L * (number + 2));
  }

  private Instant firstDay() {
    return FIRST_DAY.plusSeconds(86_400L * DAYS_A_RUN * run);
  }

  /** Returns the part of an address that asks for what lies in this run's hours. */
  String hours() {
    Instant end = FIRST_HOUR.plusSeconds(3_600L * (run + 1L) * HOURS_A_RUN);
    return "from=" + time(0) + "&to=" + end;
  }

  /** Returns the part of an address that asks for what lies in the days of its findings. */
  String days() {
    return "from=" + firstDay() + "&to=" + firstDay().plusSeconds(86_400L * (findings() + 1));
  }

  private static String civil(Instant time) {
    return OffsetDateTime.ofInstant(time, ZoneOffset.ofHours(8)).toString();
  }
}
