package hongyan.service.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import hongyan.geo.city.City;
import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.Sampling;
import hongyan.pipelines.birds.StatedPlace;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.doors.archives.Archive;
import hongyan.service.doors.archives.ArchiveLimits;
import hongyan.service.doors.checks.Checked;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.checks.OccurrenceCheck;
import hongyan.service.doors.checks.Stamp;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.forms.ItemSink;
import hongyan.service.doors.rejects.Refusal;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class OccurrenceArchiveTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Position PASS = new Position(112.0942, 25.2584);

  @TempDir Path folder;
  private SeriesStore series;
  private Person person = new Person("li", "李", Set.of(Role.FORESTRY), Set.of());
  private MockMvc mvc;

  @BeforeEach
  void open() {
    series = SeriesStore.open(folder.resolve("series.db"));
    mvc =
        MockMvcBuilders.standaloneSetup(
                new OccurrenceArchiveController(
                    series, City.open("yongzhou"), () -> person, Clock.fixed(NOW, ZoneOffset.UTC)))
            .build();
  }

  @AfterEach
  void close() {
    series.close();
  }

  @Test
  void isReadBackWithEqualRecords() throws Exception {
    List<Occurrence> sent =
        List.of(
            record("egret", "Egretta garzetta", "2025-10-22T01:30:00Z", null, true),
            record(
                "day", "Egretta garzetta", "2025-10-21T16:00:00Z", "2025-10-22T16:00:00Z", false),
            record(
                "days", "Egretta garzetta", "2025-10-19T16:00:00Z", "2025-10-22T16:00:00Z", false),
            record("hours", "Ardea cinerea", "2025-10-22T01:30:00Z", "2025-10-22T03:30:00Z", true),
            record("night", "Ardea cinerea", "2025-10-22T13:00:00Z", "2025-10-22T19:00:00Z", false),
            record("crane", "Grus grus", "2025-10-22T01:30:00Z", null, true));
    store(sent, null);
    Map<String, Occurrence> read = read(archive());
    assertThat(read).hasSameSizeAs(sent);
    assertThat(sent)
        .allMatch(occurrence -> occurrence.sameContent(read.get(occurrence.occurrenceID())));
  }

  @Test
  void hidesWhereKeyProtectedAndUnknownBirdsAreFromThePublic() throws Exception {
    person = new Person("p", "公众", Set.of(Role.PUBLIC), Set.of());
    store(
        List.of(
            record("egret", "Egretta garzetta", "2025-10-22T01:30:00Z", null, true),
            record("crane", "Grus grus", "2025-10-22T01:30:00Z", null, true),
            record("slip", "Grus gruss", "2025-10-22T01:30:00Z", null, true)),
        null);
    byte[] zip = archive();
    Map<String, Occurrence> read = read(zip);
    assertThat(read.get("egret").position()).isEqualTo(PASS);
    assertThat(read.get("egret").organismID()).isEqualTo("ring-1");
    for (String hidden : List.of("crane", "slip")) {
      Occurrence shown = read.get(hidden);
      assertThat(shown.position()).isEqualTo(new Position(112.05, 25.25));
      assertThat(shown.coordinateUncertaintyInMeters())
          .isGreaterThan(Geodesy.metres(shown.position(), PASS) + 30);
      assertThat(shown.organismID()).isNull();
      assertThat(shown.sampling().eventID()).isNull();
      assertThat(shown.eventStart()).isEqualTo(read.get("egret").eventStart());
    }
    String table = files(zip).get("occurrence.txt");
    assertThat(table.lines().filter(line -> line.startsWith("crane")).findFirst().orElseThrow())
        .contains("0.1 by 0.1 degrees")
        .contains("ask the forestry bureau")
        .doesNotContain("25.2584");
    assertThat(table.lines().filter(line -> line.startsWith("egret")).findFirst().orElseThrow())
        .doesNotContain("0.1 by 0.1 degrees");
  }

  @Test
  void leavesOutWhatWasDecidedToBeWrong() throws Exception {
    store(List.of(record("a", "Ardea cinerea", "2025-10-22T01:30:00Z", null, true)), Verdict.VALID);
    store(
        List.of(record("b", "Ardea cinerea", "2025-10-22T01:30:00Z", null, true)), Verdict.INVALID);
    assertThat(read(archive())).containsOnlyKeys("a");
  }

  @Test
  void describesItselfInWellFormedXml() throws Exception {
    Map<String, String> files = files(archive());
    assertThat(files).containsOnlyKeys("eml.xml", "meta.xml", "occurrence.txt");
    var factory = DocumentBuilderFactory.newInstance();
    for (String name : List.of("eml.xml", "meta.xml")) {
      byte[] xml = files.get(name).getBytes(StandardCharsets.UTF_8);
      assertThat(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml))).isNotNull();
    }
    assertThat(files.get("meta.xml"))
        .contains("metadata=\"eml.xml\"")
        .contains("http://rs.tdwg.org/dwc/terms/informationWithheld");
    assertThat(files.get("eml.xml")).contains("永州");
  }

  private byte[] archive() throws Exception {
    return mvc.perform(get("/api/v1/occurrences/archive"))
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private void store(List<Occurrence> occurrences, @Nullable Verdict verdict) {
    series
        .occurrences()
        .write(
            occurrences.stream()
                .map(o -> new PlacedOccurrence(o, Placement.UNKNOWN).judged(verdict))
                .toList());
  }

  private static Map<String, Occurrence> read(byte[] zip) {
    var check = new OccurrenceCheck(new AnyPlace());
    var stamp = new Stamp("test", NOW, "00", 0, () -> NOW);
    Map<String, Occurrence> read = new HashMap<>();
    Archive.read(
        zip,
        ArchiveLimits.USUAL,
        OccurrenceCheck.FIELDS,
        new ItemSink() {
          @Override
          public void item(Item item) {
            Checked<Occurrence> checked = check.check(item, stamp);
            assertThat(checked.faults()).isEmpty();
            read.put(checked.record().occurrenceID(), checked.record());
          }

          @Override
          public void refused(Refusal refusal) {
            throw new AssertionError(refusal.toString());
          }

          @Override
          public void derived(int figures) {}
        });
    return read;
  }

  private static Map<String, String> files(byte[] zip) throws Exception {
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static Occurrence record(
      String id, String name, String start, @Nullable String end, boolean hourKnown) {
    return new Occurrence(
        id,
        name,
        "鸟",
        Instant.parse(start),
        end == null ? null : Instant.parse(end),
        hourKnown,
        PASS,
        30.5,
        3,
        "present",
        "HumanObservation",
        "431127-B1",
        "ring-1",
        new StatedPlace("CN", "蓝山县"),
        new Sampling("e1", "样线法", "2 h", new BigDecimal("2.5"), "km"),
        new Receipt("http", NOW, Instant.parse("2025-11-01T00:00:00Z"), "00", 1, "{}", 0));
  }

  /** Every place is known. */
  private record AnyPlace() implements KnownPlaces {
    @Override
    public boolean isStation(String id) {
      return true;
    }

    @Override
    public boolean isZone(String id) {
      return true;
    }

    @Override
    public boolean isDevice(String id) {
      return true;
    }

    @Override
    public boolean isCounty(String adcode) {
      return true;
    }

    @Override
    public long end() {
      return 0;
    }
  }
}
