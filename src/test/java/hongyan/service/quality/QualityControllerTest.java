package hongyan.service.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.changes.CauseKind;
import hongyan.pipelines.changes.FigureChange;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.quality.DoubtNumber;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.PeopleFixture;
import hongyan.service.errors.Refused;
import hongyan.service.log.RecordLog;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class QualityControllerTest {
  private static final Instant NINE = Instant.parse("2024-10-22T01:00:00Z");
  private static final Instant NOW = Instant.parse("2024-11-01T00:00:00Z");

  @TempDir Path folder;
  private final List<RecordLog.Entry> logged = new ArrayList<>();
  private SeriesStore series;
  private MockMvc mvc;

  @BeforeEach
  void open() {
    series = SeriesStore.open(folder.resolve("series.db"));
    series.readings().write(List.of(new PlacedReading(reading(), Placement.UNKNOWN)));
    RecordLog log =
        entries -> {
          logged.addAll(entries);
          return logged.size();
        };
    var decisions = new Decisions(series, log, Clock.fixed(NOW, ZoneOffset.UTC));
    mvc =
        MockMvcBuilders.standaloneSetup(
                new QualityController(series, decisions, PeopleFixture.OPERATOR),
                new ChangeController(series))
            .build();
  }

  @AfterEach
  void close() {
    series.close();
  }

  @Test
  void putsADecisionOnTheLogBeforeItAnswers() throws Exception {
    decide("\"verdict\":\"invalid\",\"note\":\"校准\"");
    assertThat(logged).hasSize(1);
    assertThat(logged.get(0).topic()).isEqualTo(Topics.DECISIONS);
    assertThat(logged.get(0).key()).isEqualTo(reading().identity());
    Decision decision = (Decision) logged.get(0).value();
    assertThat(decision)
        .isEqualTo(
            new Decision(
                "2478A",
                Pollutant.CO,
                Averaging.PT1H,
                NINE,
                new BigDecimal("70"),
                Verdict.INVALID,
                "校准",
                "operator",
                NOW));
  }

  @Test
  void givesTwoDecisionsOfOneMomentAnOrder() throws Exception {
    decide("\"verdict\":\"invalid\",\"note\":\"x\"");
    decide("\"verdict\":\"valid\"");
    Decision first = (Decision) logged.get(0).value();
    Decision second = (Decision) logged.get(1).value();
    assertThat(second.replaces(first)).isTrue();
    assertThat(first.replaces(second)).isFalse();
  }

  @Test
  void namesEverythingThatIsWrongWithADecision() {
    var form = new DecisionForm(null, "XX", "PT2H", "yesterday", "perhaps", null);
    Refused refused = catchThrowableOfType(Refused.class, form::check);
    assertThat(refused.faults())
        .extracting(Refused.Fault::field)
        .containsExactly("station", "pollutant", "averaging", "time", "verdict");
    var silent = new DecisionForm("2478A", "CO", null, NINE.toString(), "invalid", " ");
    assertThat(catchThrowableOfType(Refused.class, silent::check).faults())
        .extracting(Refused.Fault::field)
        .containsExactly("note");
    assertThat(logged).isEmpty();
  }

  @Test
  void takesNoDecisionOnAReadingThatIsNotThere() {
    var form = new DecisionForm("2478A", "CO", "PT5M", NINE.toString(), "valid", null);
    var decisions = new Decisions(series, entries -> 0, Clock.systemUTC());
    var missing =
        catchThrowableOfType(
            NoSuchElementException.class,
            () -> decisions.take(form.check(), PeopleFixture.OPERATOR.get()));
    assertThat(missing).hasMessageContaining("CO at 2478A").hasMessageContaining("PT5M");
  }

  @Test
  void listsDoubtsInTheReadersLanguage() throws Exception {
    series.doubts().write(List.of(doubt()));
    mvc.perform(get("/api/v1/quality/doubts?rule=range&decided=false").locale(Locale.CHINA))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].fact").value("超出量程"))
        .andExpect(jsonPath("$.items[0].rule.id").value("range"))
        .andExpect(jsonPath("$.items[0].unit").value("mg/m³"))
        .andExpect(jsonPath("$.items[0].decision").doesNotExist());
    mvc.perform(get("/api/v1/quality/doubts").locale(Locale.ENGLISH))
        .andExpect(jsonPath("$.items[0].fact").value("beyond the range"));
    mvc.perform(get("/api/v1/quality/doubts?decided=true"))
        .andExpect(jsonPath("$.items", hasSize(0)));
  }

  @Test
  void listsTheRulesWithTheirSources() throws Exception {
    mvc.perform(get("/api/v1/quality/rules"))
        .andExpect(status().isOk())
        .andExpect(
            jsonPath(
                "$[?(@.excludes == true)].id",
                contains("range", "negative", "by-hand", "off-hour")))
        .andExpect(jsonPath("$[0].thresholds[0].certainty").value("D"));
  }

  @Test
  void listsChangesOfFigures() throws Exception {
    series.changes().write(List.of(change(Period.HOUR), change(Period.DAY)));
    mvc.perform(get("/api/v1/air/changes?station=2478A"))
        .andExpect(jsonPath("$.items", hasSize(2)))
        .andExpect(jsonPath("$.items[0].time").value("2024-10-22T09:00+08:00"))
        .andExpect(jsonPath("$.items[1].time").value("2024-10-22"))
        .andExpect(jsonPath("$.items[1].period").value("day"))
        .andExpect(jsonPath("$.items[1].before").value(70))
        .andExpect(jsonPath("$.items[1].after").isEmpty())
        .andExpect(jsonPath("$.items[1].cause").value("decided"));
    mvc.perform(get("/api/v1/air/changes?county=431100"))
        .andExpect(jsonPath("$.items", hasSize(0)));
  }

  private void decide(String rest) throws Exception {
    mvc.perform(
            post("/api/v1/quality/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    "{\"station\":\"2478A\",\"pollutant\":\"CO\","
                        + "\"time\":\"2024-10-22T09:00:00+08:00\","
                        + rest
                        + "}"))
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.reading").value(reading().identity()))
        .andExpect(jsonPath("$.value").value(70));
  }

  private static Reading reading() {
    return new Reading(
        "2478A",
        Pollutant.CO,
        Averaging.PT1H,
        NINE,
        new BigDecimal("70"),
        Flag.N,
        new Receipt("http", NINE.plusSeconds(60), null, "00", 1, "", 0));
  }

  private static Doubt doubt() {
    return new Doubt(
        "2478A",
        "431103",
        Pollutant.CO,
        Averaging.PT1H,
        NINE,
        new BigDecimal("70"),
        "range",
        "1",
        "超出量程",
        "beyond the range",
        List.of(new DoubtNumber("most", new BigDecimal("62.5"), "mg/m³")),
        true,
        null,
        true);
  }

  private static FigureChange change(Period period) {
    Instant end = period == Period.HOUR ? NINE : Instant.parse("2024-10-22T16:00:00Z");
    return new FigureChange(
        "2478A",
        period,
        end,
        "2024-10-22",
        "CO",
        new BigDecimal("70"),
        null,
        CauseKind.DECIDED,
        reading().identity(),
        NOW);
  }
}
