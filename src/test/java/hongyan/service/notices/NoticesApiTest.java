package hongyan.service.notices;

import static hongyan.service.notices.NoticesFixture.CLOCK;
import static hongyan.service.notices.NoticesFixture.warning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import hongyan.service.accounts.PeopleFixture;
import hongyan.service.alerts.AlertsFixture;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.errors.ErrorsFixture;
import hongyan.service.warnings.WarningStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Forecasts, warnings and documents over HTTP, on stores in a folder. */
@OnBothDatabases
class NoticesApiTest {
  private static final String API = "/api/v1";
  private static final String WARNING = API + "/warnings/warning-431100-2024-12-20/approval";
  private static final String REVIEW = API + "/notices/daily-review/2024-12-20";
  private static final String DECIDED = "{\"decision\":\"approved\",\"basis\":\"own-forecast\"}";

  private NoticesFixture stores;
  private AlertsFixture alerts;
  private NoticeStore notices;
  private MockMvc mvc;

  @BeforeEach
  void open(@TempDir Path folder) {
    stores = new NoticesFixture(folder);
    alerts = new AlertsFixture(stores.jdbc);
    notices = new NoticeStore(stores.jdbc);
    var writer = new NoticeWriter(stores.series, alerts.book(), stores.city, CLOCK);
    mvc =
        MockMvcBuilders.standaloneSetup(
                new ForecastController(stores.series, stores.baselines, stores.city, CLOCK),
                new WarningController(
                    stores.series,
                    alerts.book(),
                    new WarningStore(stores.jdbc),
                    stores.city,
                    PeopleFixture.OPERATOR,
                    CLOCK),
                new NoticeController(notices, writer, PeopleFixture.OPERATOR, CLOCK),
                alerts.controller(CLOCK))
            .setControllerAdvice(ErrorsFixture.advice())
            .setViewResolvers(thymeleaf())
            .build();
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void listsForecastsTheNewestIssueFirst() throws Exception {
    stores.forecast("2024-12-19T18:00:00+08:00", "431100", "2024-12-20", 90);
    stores.forecast("2024-12-20T18:00:00+08:00", "431100", "2024-12-21", 120);
    stores.forecast("2024-12-20T18:00:00+08:00", "431127", "2024-12-21", 80);
    ask(get(API + "/forecasts").param("subject", "431100").param("limit", "1"))
        .andExpect(jsonPath("$.items[0].date").value("2024-12-21"))
        .andExpect(jsonPath("$.items[0].lead").value(1))
        .andExpect(jsonPath("$.items[0].official").value(true))
        .andExpect(jsonPath("$.next").isNotEmpty());
    ask(get(API + "/forecasts").param("to", "2024-12-20"))
        .andExpect(jsonPath("$.items", hasSize(1)));
    ask(get(API + "/forecasts").param("from", "yesterday"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].rule").value("date-invalid"));
  }

  @Test
  void scoresForecastsAgainstWhatCame() throws Exception {
    stores.day("431100", "2024-12-20", 110);
    stores.forecast("2024-12-19T18:00:00+08:00", "431100", "2024-12-20", 90);
    ask(get(API + "/forecasts/scores").param("issuer", "bureau"))
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].lead").value(1))
        .andExpect(jsonPath("$.items[0].meanAbsoluteError").value(20.0))
        .andExpect(jsonPath("$.items[0].bias").value(-20.0))
        .andExpect(jsonPath("$.items[0].levelHits").value(0));
    ask(get(API + "/forecasts/scores").param("from", "2024-12-21").param("to", "2024-12-20"))
        .andExpect(status().isBadRequest());
  }

  @Test
  void scoresWhatTheBaselineWouldHaveSaid() throws Exception {
    stores.days("431100", "2024-11-01", "2024-12-20", 80);
    ask(get(API + "/forecasts/scores")
            .param("hindcast", "true")
            .param("from", "2024-12-01")
            .param("to", "2024-12-10")
            .header("Accept-Language", "en"))
        .andExpect(jsonPath("$.baseline", containsString("not an official forecast")))
        .andExpect(jsonPath("$.items[?(@.item=='PM2.5')].lead", contains(1, 2, 3)))
        .andExpect(jsonPath("$.items[?(@.item=='PM2.5')].count", contains(10, 10, 10)))
        .andExpect(jsonPath("$.items[?(@.item=='PM2.5')].bias", contains(0.0, 0.0, 0.0)));
  }

  @Test
  void showsEpisodesWithTheirSteps() throws Exception {
    stores.day("431100", "2024-12-18", 100);
    stores.day("431100", "2024-12-19", 160);
    stores.forecast("2024-12-19T18:00:00+08:00", "431100", "2024-12-20", 180);
    ask(get(API + "/warnings"))
        .andExpect(jsonPath("$", hasSize(1)))
        .andExpect(jsonPath("$[0].alertId").value("warning-431100-2024-12-19"))
        .andExpect(jsonPath("$[0].current").value("yellow"))
        .andExpect(jsonPath("$[0].specialProtection").value(true))
        .andExpect(jsonPath("$[0].steps[0].change").value("raise"))
        .andExpect(jsonPath("$[0].steps[0].basis").value("observed-and-forecast"))
        .andExpect(jsonPath("$[0].days[1].issuer").value("bureau"));
  }

  @Test
  void keepsEveryDecisionAndShowsItWithTheAlert() throws Exception {
    alerts.save(warning("2024-12-20", true));
    send(post(WARNING), DECIDED).andExpect(status().isOk());
    send(post(WARNING), DECIDED.replace("approved", "rejected"))
        .andExpect(jsonPath("$.decisions", hasSize(2)));
    ask(get(API + "/alerts/warning-431100-2024-12-20"))
        .andExpect(jsonPath("$.state").value("new"))
        .andExpect(jsonPath("$.warning.decisions[*].decision", contains("approved", "rejected")))
        .andExpect(jsonPath("$.warning.decisions[0].by").value("operator"))
        .andExpect(jsonPath("$.warning.published", hasSize(0)));
    assertThatThrownBy(() -> stores.jdbc.sql("DELETE FROM warning_decision").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append only");
  }

  @ParameterizedTest
  @CsvSource({"decision, required-field-missing", "basis, required-field-missing"})
  void asksWhatIsDecidedAndOnWhichBasis(String field, String rule) throws Exception {
    alerts.save(warning("2024-12-20", true));
    send(post(WARNING), DECIDED.replace("\"" + field + "\"", "\"x\""))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value(field))
        .andExpect(jsonPath("$.errors[0].rule").value(rule));
    send(post(WARNING), DECIDED.replace("approved", "published"))
        .andExpect(jsonPath("$.errors[0].rule").value("unknown-word"));
  }

  @Test
  void knowsOnlySuggestedWarningsAndNoneThatFell() throws Exception {
    send(post(WARNING), DECIDED).andExpect(status().isNotFound());
    alerts.save(warning("2024-12-20", false));
    send(post(WARNING), DECIDED).andExpect(status().isConflict());
    send(post(WARNING), DECIDED.replace("own-forecast", "province-instruction"))
        .andExpect(status().isOk());
  }

  @Test
  void recordsWhatWasPublished() throws Exception {
    alerts.save(warning("2024-12-20", true));
    String published =
        "{\"alertId\":\"warning-431100-2024-12-20\",\"level\":\"orange\","
            + "\"from\":\"2024-12-20T20:00:00+08:00\",\"document\":\"永重污染〔2024〕1号\","
            + "\"basis\":\"province-instruction\"}";
    send(post(API + "/warnings/published"), published).andExpect(status().isCreated());
    ask(get(API + "/warnings/published"))
        .andExpect(jsonPath("$[0].level").value("orange"))
        .andExpect(jsonPath("$[0].document").value("永重污染〔2024〕1号"));
    ask(get(API + "/alerts/warning-431100-2024-12-20"))
        .andExpect(jsonPath("$.warning.published[0].basis").value("province-instruction"));
    send(post(API + "/warnings/published"), published.replace("\"level\"", "\"colour\""))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("level"));
    send(
            post(API + "/warnings/published"),
            published.replace("\"document\"", "\"to\":\"2024-12-19T20:00:00+08:00\",\"document\""))
        .andExpect(jsonPath("$.errors[0].rule").value("range-reversed"));
    send(post(API + "/warnings/published"), published.replace("-12-20\",\"level", "-1\",\"level"))
        .andExpect(status().isNotFound());
  }

  @Test
  void makesAReviewFromTheStores() throws Exception {
    stores.day("431100", "2024-12-20", 110);
    stores.day("431127", "2024-12-20", 60);
    stores.forecast("2024-12-20T18:00:00+08:00", "431100", "2024-12-21", 160);
    alerts.save(warning("2024-12-20", true));
    ask(get(REVIEW))
        .andExpect(jsonPath("$.state").value("draft"))
        .andExpect(jsonPath("$.facts.areas[0].aqi").value(110))
        .andExpect(jsonPath("$.facts.areas", hasSize(12)))
        .andExpect(jsonPath("$.facts.expected[0].level").value("中度污染"))
        .andExpect(jsonPath("$.facts.alerts[0].id").value("warning-431100-2024-12-20"))
        .andExpect(jsonPath("$.text", containsString("AQI 110，轻度污染，首要污染物 PM2.5")))
        .andExpect(jsonPath("$.textEn", containsString("Expected on 2024-12-21: AQI 160")));
    ask(get(REVIEW).param("format", "html").param("lang", "zh-CN"))
        .andExpect(content().string(containsString("草稿，未签发")))
        .andExpect(content().string(containsString("数据取自 2024-12-20 20:00")))
        .andExpect(content().string(containsString("蓝山县")));
    ask(get(REVIEW).param("format", "html").param("lang", "en"))
        .andExpect(content().string(containsString("Draft, not issued")));
  }

  @Test
  void freezesWhatIsIssuedAndCountsIt() throws Exception {
    stores.day("431100", "2024-12-20", 110);
    send(put(REVIEW), "{\"text\":\"今日轻度污染。\"}").andExpect(jsonPath("$.state").value("edited"));
    send(put(REVIEW), "{\"textEn\":\"Lightly polluted.\"}")
        .andExpect(jsonPath("$.text").value("今日轻度污染。"));
    NoticeCounts counts = new NoticeCounts(notices);
    assertThat(counts.countReviews(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))).isZero();
    ask(post(REVIEW + "/issue")).andExpect(jsonPath("$.state").value("issued"));
    stores.day("431100", "2024-12-20", 300);
    ask(get(REVIEW))
        .andExpect(jsonPath("$.facts.areas[0].aqi").value(110))
        .andExpect(jsonPath("$.text").value("今日轻度污染。"))
        .andExpect(jsonPath("$.by").value("operator"))
        .andExpect(jsonPath("$.role").value("environment"));
    send(put(REVIEW), "{\"text\":\"x\"}").andExpect(status().isConflict());
    ask(post(REVIEW + "/issue")).andExpect(status().isConflict());
    assertThat(counts.countReviews(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)))
        .isEqualTo(1);
    assertThat(counts.countReviews(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31))).isZero();
    assertThat(counts.countBulletins(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)))
        .isZero();
    ask(get(API + "/notices")).andExpect(jsonPath("$", hasSize(1)));
    ask(get(REVIEW + "/versions"))
        .andExpect(jsonPath("$[*].state", contains("edited", "edited", "issued")));
  }

  @Test
  void refusesADocumentThatCannotBe() throws Exception {
    ask(get(API + "/notices/poem/2024-12-20")).andExpect(status().isNotFound());
    ask(get(API + "/notices/daily-review/2024-13-20")).andExpect(status().isBadRequest());
    send(put(REVIEW), "{\"text\":\" \"}")
        .andExpect(jsonPath("$.errors[*].field", contains("text")));
    ask(post(API + "/notices/forecast-bulletin/2024-12-21/issue"))
        .andExpect(jsonPath("$.errors[0].rule").value("date-in-future"));
  }

  private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.characterEncoding(StandardCharsets.UTF_8));
  }

  private ResultActions send(MockHttpServletRequestBuilder request, String json) throws Exception {
    return ask(request.contentType(MediaType.APPLICATION_JSON).content(json));
  }

  private static ThymeleafViewResolver thymeleaf() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    ThymeleafViewResolver resolver = new ThymeleafViewResolver();
    resolver.setTemplateEngine(engine);
    resolver.setCharacterEncoding("UTF-8");
    return resolver;
  }
}
