package hongyan.service.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.Station;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.alerts.Cases;
import hongyan.service.chain.Chain;
import hongyan.service.chain.ChainOnLog;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.evidence.Packing;
import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.verify.Limits;
import hongyan.service.evidence.verify.Verification.Verdict;
import hongyan.service.evidence.verify.Verifier;
import hongyan.service.evidence.verify.Zips;
import hongyan.service.inspection.InspectionFixtures.Stores;
import hongyan.service.log.LogFixture;
import hongyan.service.log.RecordLog;
import hongyan.service.problems.LedgerFixture;
import hongyan.service.problems.Problem;
import hongyan.service.problems.ProblemKind;
import hongyan.service.problems.ProblemState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The package of a target holds the records that its figure is made of. */
@OnBothDatabases
class TargetPackageTest {
  private static final Position RIDGE = new Position(112.15, 25.10);
  private static final String FIRST_HOUR = "2022-12-31T17:00:00Z";
  private static final String LAST_HOUR = "2023-12-31T16:00:00Z";
  private static final String READINGS = "data/records/readings.ndjson";

  @TempDir private Path folder;
  private LogFixture broker;
  private SeriesStore series;
  private int records;

  @BeforeEach
  void open() {
    broker = LogFixture.start(folder.resolve("log"));
    series = SeriesStore.open(folder.resolve("series.db"));
  }

  @AfterEach
  void close() {
    series.close();
    broker.close();
  }

  @Test
  void holdsExactlyTheReadingsOfItsPointsPollutantAndPeriodInEveryVersion() throws Exception {
    List<Reading> within = within();
    around();
    Map<String, byte[]> files = pack("pm25-mean-2023", new Stores(), within.size());
    assertThat(text(files, READINGS).lines().map(TargetPackageTest::reading))
        .containsExactlyInAnyOrderElementsOf(within);
    JsonNode manifest = Json.MAPPER.readTree(files.get("data/manifest.json"));
    assertThat(manifest.path("recordCount").asInt()).isEqualTo(within.size());
    assertThat(manifest.path("omitted").isNull()).isTrue();
    assertThat(manifest.path("missing").size()).isZero();
    assertThat(text(files, "hongyan/inclusion.txt").lines()).hasSize(within.size());
  }

  @Test
  void saysHowManyReadingsItLeavesOutAndHoldsTheDaysInstead() throws Exception {
    within();
    around();
    LocalDate date = LocalDate.parse("2023-01-01");
    series.figures().write(List.of(InspectionFixtures.day(date, 45, InspectionFixtures.CLEAN)));
    Map<String, byte[]> files = pack("pm25-mean-2023", new Stores(), 2);
    assertThat(files).doesNotContainKey(READINGS);
    JsonNode manifest = Json.MAPPER.readTree(files.get("data/manifest.json"));
    assertThat(manifest.at("/omitted/records").asInt()).isEqualTo(3);
    assertThat(manifest.at("/omitted/most").asInt()).isEqualTo(2);
    assertThat(manifest.at("/omitted/queries/0").asString())
        .isEqualTo(
            "/api/v1/readings?station=E1&pollutant=PM25"
                + "&from=2022-12-31T16:00:01Z&to=2023-12-31T16:00:01Z");
    assertThat(manifest.at("/omitted/queries").size()).isEqualTo(2);
    JsonNode days = Json.MAPPER.readTree(files.get("data/figures.json"));
    assertThat(days.size()).isEqualTo(1);
    assertThat(days.at("/0/date").asString()).isEqualTo("2023-01-01");
    assertThat(firstPage(files)).contains("未装入3条读数", "一个包最多装2条记录", "station=E1");
  }

  @Test
  void holdsTheAlertsThatItCountsWithTheirRecords() throws Exception {
    Instant time = Instant.parse("2025-10-22T01:00:00Z");
    append("findings", "net-1", finding("net-1", time));
    append("findings", "net-2", finding("net-2", time));
    Stores stores =
        new Stores()
            .withListedAlerts(
                List.of(
                    Cases.at("net-1", time, RIDGE), ofAnotherItem(Cases.at("net-2", time, RIDGE))));
    Map<String, byte[]> files = pack("leads-item-1-2025-431127", stores, 50);
    assertThat(text(files, "data/records/findings.ndjson").lines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains("\"net-1\""));
    JsonNode alerts = Json.MAPPER.readTree(files.get("data/alerts.json"));
    assertThat(alerts.size()).isEqualTo(1);
    assertThat(alerts.at("/0/id").asString()).isEqualTo("net-1");
  }

  @Test
  void holdsTheEntriesOfTheLedgerThatItCounts() throws Exception {
    Stores stores =
        new Stores().withProblems(List.of(entry("p-1", "voc-screening"), entry("p-2", "blue-sky")));
    Map<String, byte[]> files = pack("voc-problems-found", stores, 50);
    JsonNode problems = Json.MAPPER.readTree(files.get("data/problems.json"));
    assertThat(problems.size()).isEqualTo(1);
    assertThat(problems.at("/0/id").asString()).isEqualTo("p-1");
    assertThat(problems.at("/0/foundOn").asString()).isEqualTo("2024-05-06");
  }

  /** First and last hour of the year, a flagged one, and a correction. */
  private List<Reading> within() {
    List<Reading> within = new ArrayList<>();
    within.add(keep(reading("E1", Pollutant.PM25, FIRST_HOUR, "35", Flag.N)));
    within.add(keep(reading("E1", Pollutant.PM25, FIRST_HOUR, "36", Flag.N)));
    within.add(keep(reading("E1", Pollutant.PM25, LAST_HOUR, "40", Flag.D)));
    within.add(keep(reading("E2", Pollutant.PM25, LAST_HOUR, "41", Flag.N)));
    return within;
  }

  private void around() {
    keep(reading("E1", Pollutant.PM25, "2022-12-31T16:00:00Z", "1", Flag.N));
    keep(reading("E1", Pollutant.PM25, "2023-12-31T17:00:00Z", "2", Flag.N));
    keep(reading("E1", Pollutant.PM10, FIRST_HOUR, "3", Flag.N));
    keep(reading("S1", Pollutant.PM25, FIRST_HOUR, "4", Flag.N));
  }

  private Reading keep(Reading reading) {
    append("readings", reading.station(), reading);
    series
        .readings()
        .write(List.of(new PlacedReading(reading, new Placement("431127", List.of()))));
    return reading;
  }

  private void append(String topic, String key, Object record) {
    broker.log().append(List.of(new RecordLog.Entry(topic, key, record)));
    records++;
  }

  private Map<String, byte[]> pack(String id, Stores stores, int most) throws Exception {
    Chain chain = ChainOnLog.follow(broker.address(), folder, records);
    EvidenceSubject subject =
        new TargetEvidence(
                InspectionFixtures.inspection(stores, "2026-06-01"), TargetPackageTest::reference)
            .find(id)
            .orElseThrow();
    Path file =
        new Packing(folder, chain, broker.address(), series, reference()).pack(subject, most);
    assertThat(new Verifier(Limits.usual(), chain.key().verifier(), null).verify(file).verdict())
        .isEqualTo(Verdict.INTACT);
    return Zips.read(Files.readAllBytes(file));
  }

  private static Reference reference() {
    return Reference.of(
        City.open("yongzhou").counties(),
        List.of(
            new Station("E1", "评价点一", "air", RIDGE, "evaluation"),
            new Station("E2", "评价点二", "air", RIDGE, "evaluation"),
            new Station("S1", "传感器", "air", RIDGE, null)),
        List.of(),
        List.of(),
        List.of());
  }

  private static Reading reading(
      String station, Pollutant pollutant, String time, String value, Flag flag) {
    return new Reading(
        station,
        pollutant,
        Averaging.PT1H,
        Instant.parse(time),
        new BigDecimal(value),
        flag,
        receipt(value));
  }

  private static Finding finding(String id, Instant time) {
    return new Finding(
        id,
        "net",
        time,
        RIDGE,
        null,
        null,
        null,
        null,
        null,
        "patrol",
        "",
        null,
        null,
        receipt(id));
  }

  private static Alert ofAnotherItem(Alert alert) {
    return new Alert(
        alert.id(),
        alert.kind(),
        alert.grade(),
        6,
        alert.conduct(),
        alert.time(),
        alert.raisedAt(),
        alert.county(),
        alert.zones(),
        alert.position(),
        alert.subject(),
        alert.department(),
        alert.legal(),
        alert.grounds(),
        alert.rule(),
        alert.authorised(),
        alert.supported());
  }

  private static Receipt receipt(String raw) {
    Instant received = Instant.parse("2024-01-01T00:00:00Z");
    return new Receipt("http", received, null, "0".repeat(64), 1, raw, 0);
  }

  private static Problem entry(String id, String campaign) {
    return LedgerFixture.problem(
        id, campaign, "企业", Set.of(ProblemKind.AT_ONCE), ProblemState.FOUND);
  }

  private static Reading reading(String line) {
    return Json.MAPPER.readValue(line, Reading.class);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static String firstPage(Map<String, byte[]> files) throws Exception {
    try (var pdf = Loader.loadPDF(files.get("data/summary.pdf"))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(1);
      return stripper.getText(pdf).replaceAll("\\s", "");
    }
  }
}
