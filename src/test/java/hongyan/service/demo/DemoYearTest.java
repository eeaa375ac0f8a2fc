package hongyan.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.pipelines.records.Json;
import hongyan.service.replay.Body;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoYearTest {
  private static final LocalDate END = LocalDate.parse("2026-11-22");
  private static final City CITY = City.open("yongzhou");
  private static final DemoYear YEAR = DemoYear.of(CITY, 1, END);

  @Test
  void makesTheSameBytesFromTheSameSeedAndEnd() {
    String once = digest(DemoYear.of(CITY, 1, END));

    assertThat(digest(DemoYear.of(CITY, 1, END))).isEqualTo(once);
    assertThat(digest(DemoYear.of(CITY, 2, END))).isNotEqualTo(once);
    assertThat(digest(DemoYear.of(CITY, 1, END.minusDays(1)))).isNotEqualTo(once);
  }

  @Test
  void givesTheSameBodiesWhenAskedAgain() {
    assertThat(digest(YEAR)).isEqualTo(digest(YEAR));
  }

  @Test
  void staysInsideTheYearAndWithinTheSizeOfADemo() {
    assertThat(records("readings")).isBetween(700_000, 1_000_000);
    assertThat(records("occurrences")).isBetween(10_000, 20_000);
    assertThat(records("findings")).isBetween(220, 340);
    assertThat(records("devices/status")).isBetween(20_000, 30_000);
    assertThat(records("casualties")).isEqualTo(15);
    assertThat(records("public/reports")).isEqualTo(3);
    assertThat(YEAR.rescued()).hasSizeGreaterThan(8);
    assertThat(times())
        .allSatisfy(
            time ->
                assertThat(time)
                    .isAfter(Instant.parse("2025-11-21T15:59:59Z"))
                    .isBeforeOrEqualTo(Instant.parse("2026-11-21T16:00:00Z")));
  }

  @Test
  void givesBodiesInTheOrderOfTheirWeeks() {
    List<Instant> weeks =
        YEAR.bodies().filter(b -> b.endpoint().equals("readings")).map(Body::firstTime).toList();

    assertThat(weeks).isSorted().hasSize(53);
    assertThat(YEAR.bodies()).allSatisfy(b -> assertThat(b.bytes().length).isLessThan(4_000_000));
  }

  @Test
  void writesReadingsAsTheLongTableOfTheContract() throws Exception {
    Body body = bodies("readings").get(0);
    List<CSVRecord> rows = rows(body);

    assertThat(body.contentType()).isEqualTo("text/csv");
    assertThat(text(body)).startsWith("station,time,pollutant,value,unit,flag,averaging\n");
    assertThat(rows).hasSize(body.records());
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.isConsistent()).isTrue();
              assertThat(row.get("value")).matches("\\d+(\\.\\d)?");
              assertThat(row.get("flag")).matches("[NFMSDCTB]");
              assertThat(row.get("unit"))
                  .isEqualTo(row.get("pollutant").equals("CO") ? "mg/m³" : "µg/m³");
            });
  }

  @Test
  void writesBirdsAsDarwinCoreWithOneIdentityEach() throws Exception {
    Set<String> ids = new HashSet<>();
    for (Body body : bodies("occurrences")) {
      List<CSVRecord> rows = rows(body);
      assertThat(rows).hasSize(body.records());
      for (CSVRecord row : rows) {
        assertThat(row.isConsistent()).as(row.toString()).isTrue();
        assertThat(ids.add(row.get("occurrenceID"))).as(row.get("occurrenceID")).isTrue();
        assertThat(row.get("occurrenceID")).startsWith("demo-");
        assertThat(row.get("occurrenceRemarks")).startsWith("demo: generated");
        boolean none = row.get("individualCount").equals("0");
        assertThat(row.get("occurrenceStatus")).isEqualTo(none ? "absent" : "present");
      }
    }
  }

  @Test
  void labelsEveryFindingAsGenerated() {
    assertThat(findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.path("findingID").asString()).startsWith("demo-F-");
              assertThat(finding.path("description").asString()).startsWith("【演示】");
            });
  }

  @Test
  void makesAYearForEveryDayThatItMayEndOn() {
    for (String end : List.of("2024-02-29", "2024-03-01", "2025-01-01", "2026-10-14")) {
      DemoYear year = DemoYear.of(CITY, 3, LocalDate.parse(end));
      assertThat(year.bodies().mapToInt(Body::records).sum()).isGreaterThan(700_000);
    }
  }

  private static List<JsonNode> findings() {
    return bodies("findings").stream()
        .flatMap(body -> text(body).lines())
        .map(Json.MAPPER::readTree)
        .toList();
  }

  private static List<Instant> times() {
    Stream<String> inTables =
        YEAR.bodies()
            .filter(body -> body.contentType().equals("text/csv"))
            .flatMap(DemoYearTest::firstAndLastLine)
            .flatMap(line -> Stream.of(line.split(",")))
            .filter(cell -> cell.matches("\\d{4}-\\d\\d-\\d\\dT.*"));
    Stream<String> inFindings = findings().stream().map(f -> f.path("time").asString());
    return Stream.concat(inTables, inFindings)
        .map(text -> OffsetDateTime.parse(text).toInstant())
        .toList();
  }

  /** Bodies are in the order of time, so their ends tell. */
  private static Stream<String> firstAndLastLine(Body body) {
    List<String> lines = text(body).lines().collect(Collectors.toCollection(ArrayList::new));
    return Stream.of(lines.get(1), lines.get(lines.size() - 1));
  }

  private static int records(String endpoint) {
    return bodies(endpoint).stream().mapToInt(Body::records).sum();
  }

  private static List<Body> bodies(String endpoint) {
    return YEAR.bodies().filter(body -> body.endpoint().equals(endpoint)).toList();
  }

  private static List<CSVRecord> rows(Body body) throws Exception {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(new StringReader(text(body)), format)) {
      return rows.getRecords();
    }
  }

  private static String text(Body body) {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }

  private static String digest(DemoYear year) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      year.bodies().forEach(body -> digest.update(body.bytes()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
