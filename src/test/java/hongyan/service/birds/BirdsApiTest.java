package hongyan.service.birds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.pipelines.birds.BirdCount;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.Sampling;
import hongyan.pipelines.birds.quality.RecordRules;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.errors.ErrorsFixture;
import hongyan.service.log.RecordLog;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class BirdsApiTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final String THRUSH = "Turdus hortulorum";

  @TempDir Path folder;
  private final List<RecordLog.Entry> logged = new ArrayList<>();
  private SeriesStore series;
  private Person person = new Person("li", "李", Set.of(Role.FORESTRY), Set.of());
  private MockMvc mvc;

  @BeforeEach
  void open() {
    series = SeriesStore.open(folder.resolve("series.db"));
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    RecordLog log =
        entries -> {
          logged.addAll(entries);
          return logged.size();
        };
    var decisions = new OccurrenceDecisions(series, log, () -> person, clock);
    var conversion = new DefaultFormattingConversionService();
    conversion.addConverter(String.class, Instant.class, Instant::parse);
    mvc =
        MockMvcBuilders.standaloneSetup(
                new SpeciesController(clock),
                new BirdController(series, clock),
                new OccurrenceQualityController(series, decisions, () -> person),
                new SurveyController(new Surveys(series), clock))
            .setConversionService(conversion)
            .setControllerAdvice(ErrorsFixture.advice())
            .build();
  }

  @AfterEach
  void close() {
    series.close();
  }

  @Test
  void findsASpeciesByAnyNameWithTheClassOfTheDay() throws Exception {
    mvc.perform(get("/api/v1/species").param("q", "秋沙鸭"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[*].scientificName", hasItem("Mergus squamatus")))
        .andExpect(jsonPath("$.suggestions", hasSize(0)));
    mvc.perform(get("/api/v1/species/雉鸡")).andExpect(jsonPath("$.vernacularName").value("环颈雉"));
    mvc.perform(get("/api/v1/species/Emberiza aureola Pallas, 1773"))
        .andExpect(jsonPath("$.protection.class").value("I"))
        .andExpect(jsonPath("$.protection.list").value("2021"))
        .andExpect(jsonPath("$.protection.certainty").value("B"));
    mvc.perform(get("/api/v1/species/黄胸鹀").param("at", "2015-01-01T00:00:00Z"))
        .andExpect(jsonPath("$.protection.list").doesNotExist());
  }

  @Test
  void suggestsWhereANameIsNotFound() throws Exception {
    mvc.perform(get("/api/v1/species").param("q", "Turdus hortulrum"))
        .andExpect(jsonPath("$.items", hasSize(0)))
        .andExpect(jsonPath("$.suggestions[0].scientificName").value(THRUSH));
    mvc.perform(get("/api/v1/species/Turdus hortulrum"))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.detail", containsString("灰背鸫")));
  }

  @Test
  void pagesThroughAllSpecies() throws Exception {
    mvc.perform(get("/api/v1/species").param("limit", "1000"))
        .andExpect(jsonPath("$.items", hasSize(1000)))
        .andExpect(jsonPath("$.next").isNotEmpty());
    mvc.perform(get("/api/v1/species").param("limit", "1000").param("cursor", "Zoothera"))
        .andExpect(jsonPath("$.items[0].scientificName").value("Zoothera aurea"))
        .andExpect(jsonPath("$.next").isEmpty());
  }

  @Test
  void tellsCountsOfUnknownPlaceApart() throws Exception {
    series
        .counts()
        .write(List.of(new BirdCount("zone", "Z", THRUSH, "2025-10-22", null, 2, 9, 0, 3)));
    mvc.perform(get("/api/v1/birds/counts").param("zone", "Z").param("species", "灰背鸫"))
        .andExpect(jsonPath("$.items[0].individuals").value(9))
        .andExpect(jsonPath("$.items[0].unknown").value(3));
    mvc.perform(get("/api/v1/birds/species"))
        .andExpect(jsonPath("$.items[0].scientificName").value(THRUSH))
        .andExpect(jsonPath("$.items[0].species.vernacularName").value("灰背鸫"));
  }

  @Test
  void listsDoubtsWithTheirRecordAndWhatWasDecided() throws Exception {
    PlacedOccurrence doubtful = placed("o1", "Turdus hortulrum", "2025-10-22T01:00:00Z", 1, null);
    series.occurrences().write(List.of(doubtful));
    var rules = new RecordRules(City.open("yongzhou").counties());
    series.occurrenceDoubts().write(rules.changes(new OccurrenceChange(null, doubtful)));
    mvc.perform(get("/api/v1/quality/occurrences/doubts").header("Accept-Language", "zh"))
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].rule.id").value("TAXON_MATCH_FUZZY"))
        .andExpect(jsonPath("$.items[0].fact", containsString("灰背鸫")));
    mvc.perform(get("/api/v1/quality/occurrences/doubts").param("decided", "true"))
        .andExpect(jsonPath("$.items", hasSize(0)));
    person = new Person("zhou", "周", Set.of(Role.FORESTRY), Set.of("431122"));
    mvc.perform(get("/api/v1/quality/occurrences/doubts"))
        .andExpect(jsonPath("$.items", hasSize(0)));
    mvc.perform(get("/api/v1/quality/occurrences/doubts").param("rule", "no-such"))
        .andExpect(status().isBadRequest());
  }

  @Test
  void putsADecisionOnTheLogUnderTheNameOfWhoAsks() throws Exception {
    PlacedOccurrence placed = placed("o1", THRUSH, "2025-10-22T01:00:00Z", 1, null);
    series.occurrences().write(List.of(placed));
    decide("{\"occurrenceID\":\"o1\",\"verdict\":\"invalid\",\"note\":\"误认\"}", 202);
    OccurrenceDecision decision = (OccurrenceDecision) logged.get(0).value();
    assertThat(decision)
        .isEqualTo(
            new OccurrenceDecision(
                "o1", placed.occurrence().digest(), Verdict.INVALID, "误认", "li", NOW));
    assertThat(logged.get(0).topic()).isEqualTo("occurrence-decisions");
    decide("{\"occurrenceID\":\"o1\",\"verdict\":\"invalid\"}", 400);
    decide("{\"occurrenceID\":\"nobody\",\"verdict\":\"valid\"}", 404);
    person = new Person("zhou", "周", Set.of(Role.FORESTRY), Set.of("431122"));
    decide("{\"occurrenceID\":\"o1\",\"verdict\":\"valid\"}", 404);
    person = new Person("wang", "王", Set.of(Role.PUBLIC), Set.of());
    decide("{\"occurrenceID\":\"o1\",\"verdict\":\"valid\"}", 403);
    assertThat(logged).hasSize(1);
  }

  @Test
  void answersWhenASpeciesPasses() throws Exception {
    series
        .counts()
        .write(
            List.of(
                new BirdCount("zone", "Z", THRUSH, "2025-10-20", null, 1, 5, 0, 0),
                new BirdCount("zone", "Z", THRUSH, "2025-10-28", null, 1, 50, 0, 1),
                new BirdCount("zone", "Z", THRUSH, "2025-11-08", null, 1, 5, 0, 0)));
    mvc.perform(get("/api/v1/birds/phenology").param("zone", "Z").param("year", "2025"))
        .andExpect(jsonPath("$.items[0].passages[0].part").value("year"))
        .andExpect(jsonPath("$.items[0].passages[1].part").value("autumn"))
        .andExpect(jsonPath("$.items[0].unknown").value(1))
        .andExpect(jsonPath("$.items[0].vernacularName").value("灰背鸫"));
  }

  @Test
  void answersHowManyCrossByNightAndForHowMuchSearch() throws Exception {
    series
        .occurrences()
        .write(
            List.of(
                placed("n1", THRUSH, "2026-02-20T15:10:00Z", 12, null),
                placed("d1", THRUSH, "2026-02-20T01:00:00Z", 4, hours("s1")),
                placed("d2", "Egretta garzetta", "2026-02-21T01:00:00Z", 1, hours("s2"))));
    mvc.perform(get("/api/v1/birds/night-passage").param("county", "431127"))
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].hours[0].birdsPerHour").value(12.0));
    mvc.perform(get("/api/v1/birds/effort").param("county", "431127").param("species", THRUSH))
        .andExpect(jsonPath("$.items[0].period").value("2026-02"))
        .andExpect(jsonPath("$.items[0].surveys").value(2))
        .andExpect(jsonPath("$.items[0].rate").value(1.0))
        .andExpect(jsonPath("$.items[0].notCorrected.noEffort").value(1));
    mvc.perform(get("/api/v1/birds/effort").param("species", THRUSH).param("per", "week"))
        .andExpect(status().isBadRequest());
  }

  @Test
  void answersWhetherASpeciesBecomesMoreOrFewer() throws Exception {
    List<BirdCount> counts = new ArrayList<>();
    for (int year = 2021; year <= 2026; year++) {
      int birds = 100 - 10 * (year - 2021);
      counts.add(new BirdCount("county", "431127", THRUSH, year + "-10-20", null, 1, birds, 0, 0));
    }
    series.counts().write(counts);
    mvc.perform(get("/api/v1/birds/trend").param("county", "431127").param("species", "灰背鸫"))
        .andExpect(jsonPath("$.years", hasSize(5)))
        .andExpect(jsonPath("$.effort").isEmpty())
        .andExpect(jsonPath("$.notCorrected").isNotEmpty())
        .andExpect(jsonPath("$.trend.years").value(5));
    mvc.perform(
            get("/api/v1/birds/trend")
                .param("county", "431127")
                .param("species", THRUSH)
                .param("part", "spring"))
        .andExpect(jsonPath("$.trend").isEmpty())
        .andExpect(jsonPath("$.reason").isNotEmpty());
  }

  private void decide(String body, int expected) throws Exception {
    mvc.perform(
            post("/api/v1/quality/occurrences/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andExpect(status().is(expected));
  }

  private static Sampling hours(String event) {
    return new Sampling(event, null, null, new BigDecimal("2"), "h");
  }

  private static PlacedOccurrence placed(
      String id, String name, String time, int count, Sampling sampling) {
    return new PlacedOccurrence(
        new Occurrence(
            id,
            name,
            null,
            Instant.parse(time),
            null,
            true,
            new Position(112.0942, 25.2584),
            null,
            count,
            "present",
            null,
            null,
            null,
            null,
            sampling,
            new Receipt("http", NOW, null, "00", 1, "{}", 0)),
        new Placement("431127", List.of()));
  }
}
