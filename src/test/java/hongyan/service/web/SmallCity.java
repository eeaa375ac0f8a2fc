package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.geo.place.CivilTime;
import hongyan.service.whole.Program;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A few days of the city, enough for every part of the pages to have something to show: three days
 * of heavy pollution that ended three days ago, a night of smoke at a pass in last autumn's season,
 * some reports of conducts, some birds.
 */
final class SmallCity {
  /** The newest whole hour of which there are readings. */
  private static final LocalDateTime NEWEST =
      LocalDateTime.now(CivilTime.ZONE).truncatedTo(ChronoUnit.HOURS);

  static final LocalDate TODAY = NEWEST.toLocalDate();

  /** The autumn night of the smoke, in the season of the pass. */
  static final LocalDate SMOKE = LocalDate.of(TODAY.getYear() - 1, 10, 22);

  static final String PASS = "P-SHUNHUANGSHAN";
  static final String SMOKE_ALERT = "smoke-P-SHUNHUANGSHAN-%s".formatted(compact(SMOKE) + "T22");

  /** The evaluation stations: the city has figures of its own only with most of them. */
  private static final List<String> CITY =
      Stream.concat(
              Stream.of("2478A", "2479A", "2480A", "2481A"),
              Stream.of("22", "23", "24", "25", "26", "27", "28", "29", "81")
                  .map(county -> "4311%s-01".formatted(county)))
          .toList();

  /** Four hours in which one station of the city stands out. */
  private static final List<LocalDateTime> HIGH =
      IntStream.rangeClosed(9, 12).mapToObj(hour -> TODAY.minusDays(2).atTime(hour, 0)).toList();

  private static final int HEAVY_DAYS = 3;
  private static final int DAYS = 6;

  /** Somebody of all three offices. */
  static final String OFFICER = "officer";

  /** Somebody who may inspect, and nothing else. */
  static final String INSPECTOR = "inspector";

  static final String PASSWORD = "hongyan-goose-2026-web";

  private SmallCity() {}

  /** Sends everything and waits until what the tests ask for is there. */
  static void fill(Program program) throws Exception {
    makeAccount(program, OFFICER, "值班员", "forestry", "environment", "inspector");
    makeAccount(program, INSPECTOR, "检查员", "inspector");
    Program.Answer points =
        program.send("PUT", "/api/v1/patrol/points?replace=true", "text/csv", patrolPoints());
    assertThat(points.status()).as("%s", points.body()).isEqualTo(200);
    send(program, "readings", air());
    send(program, "readings", smoke());
    send(program, "occurrences", birds());
    send(program, "findings", findings());
    await("the alerts of the small city")
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              assertThat(program.getStatus("/api/v1/alerts/" + SMOKE_ALERT)).isEqualTo(200);
              assertThat(program.listAll("/api/v1/alerts?kind=violation"))
                  .hasSize(findings().size() + 1);
              assertThat(program.get("/api/v1/warnings")).hasSize(1);
              assertThat(program.get("/api/v1/alerts?conduct=reminder").get("items")).hasSize(1);
            });
    await("the newest hour, and each day's birds at the pass")
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              for (String of : List.of("county=431100", "county=431103", "station=2479A")) {
                JsonNode hours = program.get("/api/v1/air/aqi?limit=1&" + of).get("items");
                assertThat(hours.at("/0/time").asString("")).startsWith(NEWEST.toString());
                assertThat(hours.at("/0/aqi").isNumber()).isTrue();
              }
              assertThat(program.listAll("/api/v1/birds/counts?per=day&station=" + PASS))
                  .hasSize(birds().size());
            });
  }

  private static void makeAccount(Program program, String account, String name, String... roles)
      throws Exception {
    String form =
        """
        {"account":"%s","name":"%s","password":"%s","roles":["%s"],"counties":[]}"""
            .formatted(account, name, PASSWORD, String.join("\",\"", roles));
    Program.Answer answer = program.post("/api/v1/accounts", "application/json", form);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
  }

  private static void send(Program program, String door, List<String> lines) throws Exception {
    Program.Answer answer =
        program.post("/api/v1/" + door, "application/x-ndjson", String.join("\n", lines));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().get("rejected").asInt()).as("%s", answer.body()).isZero();
  }

  /** Days of the national stations up to the newest whole hour; the first three are bad. */
  private static List<String> air() {
    List<String> lines = new ArrayList<>();
    LocalDateTime from = TODAY.minusDays(DAYS).atTime(1, 0);
    for (LocalDateTime hour = from; !hour.isAfter(NEWEST); hour = hour.plusHours(1)) {
      boolean heavy = hour.isBefore(from.plusDays(HEAVY_DAYS));
      for (int at = 0; at < CITY.size(); at++) {
        int wave = (hour.getHour() * 7 + at * 5) % 12;
        String station = CITY.get(at);
        boolean alone = station.equals("2479A") && HIGH.contains(hour);
        int fine = heavy ? 210 : alone ? 95 : 28;
        lines.add(reading(station, hour, "PM2.5", fine + wave, "µg/m³"));
        lines.add(reading(station, hour, "PM10", fine + 20 + wave, "µg/m³"));
        lines.add(reading(station, hour, "SO2", 6, "µg/m³"));
        lines.add(reading(station, hour, "NO2", 18 + wave, "µg/m³"));
        lines.add(reading(station, hour, "O3", 40 + 3 * wave, "µg/m³"));
        lines.add(reading(station, hour, "CO", 1, "mg/m³"));
      }
    }
    return lines;
  }

  /** PM2.5 jumps at the pass from 22:00 on; the stations around stay as they are. */
  private static List<String> smoke() {
    List<String> lines = new ArrayList<>();
    for (int hour = 12; hour <= 30; hour++) {
      LocalDateTime time = SMOKE.atStartOfDay().plusHours(hour);
      int jump = hour >= 22 && hour <= 25 ? 140 : 0;
      for (String station : List.of(PASS, "431122-01", "2480A", "2481A")) {
        int extra = station.equals(PASS) ? jump : 0;
        lines.add(reading(station, time, "PM2.5", 24 + hour % 3 + extra, "µg/m³"));
        lines.add(reading(station, time, "PM10", 38 + hour % 3 + extra, "µg/m³"));
      }
    }
    return lines;
  }

  /** A grid of points over the west of the city, two of them near the pass. */
  private static String patrolPoints() {
    StringBuilder lines = new StringBuilder("id,kind,lon,lat,cell,county\n");
    for (int at = 0; at < 400; at++) {
      double lon = 111.03 + 0.002 * (at % 20);
      double lat = 26.38 + 0.002 * (at / 20);
      lines.append(
          String.format(
              Locale.ROOT, "XL%03d,ordinary,%.4f,%.4f,W%d,431122%n", at, lon, lat, at / 100));
    }
    return lines.toString();
  }

  private static List<String> birds() {
    List<String> lines = new ArrayList<>();
    for (int day = -12; day <= 12; day++) {
      lines.add(
          """
          {"occurrenceID":"web-%d","scientificName":"Turdus hortulorum","vernacularName":"灰背鸫","eventDate":"%s","decimalLongitude":111.0485,"decimalLatitude":26.3994,"individualCount":%d,"basisOfRecord":"HumanObservation","locationID":"%s"}"""
              .formatted(day, SMOKE.plusDays(day), 30 - 2 * Math.max(0, day), PASS));
    }
    return lines;
  }

  private static List<String> findings() {
    return List.of(
        finding("net-1", "net", TODAY.minusDays(1), 112.1239, 25.0949, "林缘一张粘网，网上三只鸟"),
        finding("net-2", "net", TODAY.minusDays(3), 111.6236, 26.2331, "菜地边拦网"),
        finding("lure-1", "lure", TODAY.minusDays(2), 112.0942, 25.2584, "夜间播放鸟鸣"),
        finding("sale-1", "sale", TODAY.minusDays(5), 111.8492, 26.5871, "集市摊位出售野鸟"),
        finding("eating-1", "eating", TODAY.minusDays(8), 111.5992, 26.4364, "餐馆提供野味"));
  }

  private static String finding(
      String id, String conduct, LocalDate day, double lon, double lat, String description) {
    return """
        {"findingID":"web-%s","conduct":"%s","time":"%sT05:10:00+08:00","position":{"type":"Point","coordinates":[%s,%s]},"source":"patrol","description":"%s"}"""
        .formatted(id, conduct, day, lon, lat, description);
  }

  /** A finding of this moment, for a test that waits for it on the map. */
  static String findingNow(String id, double lon, double lat) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(8)).withNano(0);
    return """
        {"findingID":"%s","conduct":"snare","time":"%s","position":{"type":"Point","coordinates":[%s,%s]},"source":"patrol","description":"兽道上三个猎套"}"""
        .formatted(id, now, lon, lat);
  }

  private static String reading(
      String station, LocalDateTime time, String pollutant, int value, String unit) {
    return """
        {"station":"%s","time":"%s:00+08:00","pollutant":"%s","value":%d,"unit":"%s","flag":"N","averaging":"PT1H"}"""
        .formatted(station, time, pollutant, value, unit);
  }

  private static String compact(LocalDate day) {
    return day.toString()
        .chars()
        .filter(Character::isDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
