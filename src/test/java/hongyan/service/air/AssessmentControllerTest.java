package hongyan.service.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import hongyan.geo.city.City;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Aqi;
import hongyan.pipelines.air.AqiItem;
import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.assessment.Standards;
import hongyan.pipelines.reference.DustDay;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.series.SeriesStore;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

class AssessmentControllerTest {
  private static final String LANSHAN = "431127";
  private static final String LINGLING = "431102";
  private static final String CITY = "431100";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final City city = City.open("yongzhou");
  private final List<DustDay> dust = new ArrayList<>();
  private SeriesStore store;
  private MockMvc mvc;

  @RestControllerAdvice
  static class ProblemAdvice {
    @ExceptionHandler
    ProblemDetail calledWrongly(IllegalArgumentException wrong) {
      return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
    }
  }

  @BeforeEach
  void open() {
    store = SeriesStore.open(folder.resolve("series.db"));
    Standards standards = Standards.load();
    mvc =
        MockMvcBuilders.standaloneSetup(
                new AssessmentController(new Assessments(standards, city, store, this::reference)),
                new StandardController(standards, CLOCK))
            .setControllerAdvice(new ProblemAdvice())
            .build();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Reference reference() {
    return Reference.of(city.counties(), List.of(), List.of(), List.of(), List.of(), dust);
  }

  /** Every day of the period has these values, with the AQI by the standard of its date. */
  private void store(String subject, String period, String pm25, String pm10) {
    CivilPeriod civil = CivilPeriod.parse(period);
    store
        .figures()
        .write(
            civil
                .from()
                .datesUntil(civil.to().plusDays(1))
                .map(date -> day(subject, date, pm25, pm10))
                .toList());
  }

  private static AirFigure day(String subject, LocalDate date, String pm25, String pm10) {
    Map<Pollutant, String> values =
        Map.of(
            Pollutant.PM25, pm25,
            Pollutant.PM10, pm10,
            Pollutant.SO2, "6",
            Pollutant.NO2, "35",
            Pollutant.O3, "96",
            Pollutant.CO, "0.8");
    List<Mean> means = new ArrayList<>();
    Map<AqiItem, BigDecimal> items = new EnumMap<>(AqiItem.class);
    for (Pollutant pollutant : Pollutant.values()) {
      BigDecimal value = new BigDecimal(values.get(pollutant));
      means.add(new Mean(pollutant, value, value, 24, true));
      items.put(AqiItem.daily(pollutant), value);
    }
    AqiStandard standard = AqiStandard.at(date);
    Aqi aqi = Aqi.ofDay(standard, items);
    return new AirFigure(
        subject,
        Period.DAY,
        CivilDay.endOf(date.toString()),
        date.toString(),
        means,
        aqi.iaqi(),
        aqi.aqi(),
        aqi.level(),
        aqi.primary(),
        standard.id(),
        true,
        null,
        true);
  }

  private ResultActions ask(String address) throws Exception {
    return mvc.perform(get("/api/v1" + address)).andExpect(status().isOk());
  }

  private <T> T read(String address, String path) throws Exception {
    String body = ask(address).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    return JsonPath.read(body, path);
  }

  @Test
  void givesEachFigureWithWhatItRestsOn() throws Exception {
    store(LANSHAN, "2024-03", "30.5", "60");
    ask("/air/statistics?period=2024-03&county=" + LANSHAN)
        .andExpect(jsonPath("$.subject").value(LANSHAN))
        .andExpect(jsonPath("$.from").value("2024-03-01"))
        .andExpect(jsonPath("$.to").value("2024-03-31"))
        .andExpect(jsonPath("$.statistics", hasSize(2)))
        .andExpect(jsonPath("$.statistics[0].standard").value("HJ 663-2013"))
        .andExpect(jsonPath("$.statistics[0].certainty").value("C"))
        .andExpect(jsonPath("$.statistics[0].series").value("all"))
        .andExpect(jsonPath("$.statistics[1].series").value("dust-deducted"))
        .andExpect(jsonPath("$.statistics[0].items[0].pollutant").value("PM2.5"))
        .andExpect(jsonPath("$.statistics[0].items[0].statistic").value("mean"))
        .andExpect(jsonPath("$.statistics[0].items[0].value").value(30.5))
        .andExpect(jsonPath("$.statistics[0].items[0].rounded").value(30))
        .andExpect(jsonPath("$.statistics[0].items[0].unit").value("µg/m³"))
        .andExpect(jsonPath("$.statistics[0].items[0].count").value(31))
        .andExpect(jsonPath("$.statistics[0].items[0].valid").value(true))
        .andExpect(jsonPath("$.goodDays[0].good").value(31))
        .andExpect(jsonPath("$.goodDays[0].rate").value(100.0))
        .andExpect(jsonPath("$.goodDays[0].standards[0]").value("HJ 633-2012"));
  }

  @Test
  void answersForAStationToo() throws Exception {
    store("2477A", "2024-Q1", "30", "60");
    ask("/air/statistics?period=2024-Q1&station=2477A")
        .andExpect(jsonPath("$.subject").value("2477A"))
        .andExpect(jsonPath("$.statistics[0].items[0].count").value(91))
        .andExpect(jsonPath("$.statistics[0].items[0].valid").value(true));
  }

  @Test
  void deductsADayOfDustOnceItIsOnTheList() throws Exception {
    store(LANSHAN, "2024-03", "30", "60");
    store.figures().write(List.of(day(LANSHAN, LocalDate.parse("2024-03-28"), "92", "680")));
    String address = "/air/statistics?period=2024-03&county=" + LANSHAN;
    String deducted = "$.statistics[1].items[2].rounded";
    assertThat(this.<Integer>read(address, deducted)).isEqualTo(80);
    dust.add(new DustDay("2024-03-28", "list of 2024", null));
    ask(address)
        .andExpect(jsonPath("$.statistics[0].items[2].rounded").value(80))
        .andExpect(jsonPath(deducted).value(60))
        .andExpect(jsonPath("$.statistics[1].items[2].count").value(30))
        .andExpect(jsonPath("$.statistics[1].items[2].deducted").value(1))
        .andExpect(jsonPath("$.goodDays[0].count").value(31))
        .andExpect(jsonPath("$.goodDays[0].good").value(30))
        .andExpect(jsonPath("$.dustDays[0]").value("2024-03-28"));
    dust.clear();
    assertThat(this.<Integer>read(address, deducted)).isEqualTo(80);
  }

  @Test
  void judgesAYearByGradeOneAndTwo() throws Exception {
    store(LANSHAN, "2024", "33", "60");
    store(LANSHAN, "2023", "30", "60");
    ask("/air/attainment?year=2024&county=" + LANSHAN)
        .andExpect(jsonPath("$.straddles").value(false))
        .andExpect(jsonPath("$.attainments", hasSize(2)))
        .andExpect(jsonPath("$.attainments[0].standard").value("GB 3095-2012"))
        .andExpect(jsonPath("$.attainments[0].rules").value("HJ 663-2013"))
        .andExpect(jsonPath("$.attainments[0].meets").value(true))
        .andExpect(jsonPath("$.attainments[0].meetsGradeI").value(false))
        .andExpect(jsonPath("$.attainments[0].items[0].limit").value(35))
        .andExpect(jsonPath("$.attainments[0].items[0].limitGradeI").value(15))
        .andExpect(jsonPath("$.attainments[0].items[0].validDays").value(366))
        .andExpect(jsonPath("$.attainments[0].daysAbove[0].above").value(0))
        .andExpect(jsonPath("$.yearOnYear[0].standard").value("GB 3095-2012"))
        .andExpect(jsonPath("$.yearOnYear[0].before").value("2023"))
        .andExpect(jsonPath("$.yearOnYear[0].items[0].change.difference").value(3))
        .andExpect(jsonPath("$.yearOnYear[0].items[0].change.percent").value(10.0))
        .andExpect(jsonPath("$.goodDaysYearOnYear", hasSize(1)));
  }

  @Test
  void showsTheYear2026UnderBothStandardsAndComparesByOneAtATime() throws Exception {
    // The mean of 34.2 meets the old limit and fails the new; a day of 70 is good by one only.
    store(LANSHAN, "2025", "33", "60");
    store(LANSHAN, "2026", "31", "60");
    store(LANSHAN, "2026-11", "70", "60");
    String address = "/air/attainment?year=2026&county=" + LANSHAN;
    assertThat(this.<List<String>>read(address, "$.attainments[*].standard"))
        .containsExactly(
            "GB 3095-2012", "GB 3095-2012", "GB 3095-2026 transition", "GB 3095-2026 transition");
    assertThat(this.<List<Boolean>>read(address, "$.attainments[?(@.series=='all')].meets"))
        .containsExactly(true, false);
    ask(address)
        .andExpect(jsonPath("$.straddles").value(true))
        .andExpect(jsonPath("$.goodDays", hasSize(3)))
        .andExpect(jsonPath("$.goodDays[0].basis").value("as-reported"))
        .andExpect(jsonPath("$.goodDays[0].standards", hasSize(2)))
        .andExpect(jsonPath("$.goodDays[1].standards[0]").value("HJ 633-2012"))
        .andExpect(jsonPath("$.goodDays[1].good").value(365))
        .andExpect(jsonPath("$.goodDays[2].standards[0]").value("HJ 633-2026"))
        .andExpect(jsonPath("$.goodDays[2].good").value(335))
        .andExpect(jsonPath("$.yearOnYear[0].standard").value("GB 3095-2012"))
        .andExpect(jsonPath("$.yearOnYear[0].items[0].change.difference").value(1))
        .andExpect(jsonPath("$.yearOnYear[2].standard").value("GB 3095-2026 transition"))
        .andExpect(jsonPath("$.yearOnYear[2].items[0].change.difference").value(1.2))
        .andExpect(jsonPath("$.goodDaysYearOnYear[0].standard").value("HJ 633-2012"))
        .andExpect(jsonPath("$.goodDaysYearOnYear[0].change.difference").value(0.0))
        .andExpect(jsonPath("$.goodDaysYearOnYear[1].before.standards", hasSize(1)))
        .andExpect(jsonPath("$.goodDaysYearOnYear[1].before.standards[0]").value("HJ 633-2026"))
        .andExpect(jsonPath("$.goodDaysYearOnYear[1].change.difference").value(-8.2));
  }

  @ParameterizedTest
  @CsvSource({"2030, GB 3095-2026 transition, true", "2031, GB 3095-2026, false"})
  void changesTheLimitsWithTheYear2031(int year, String standard, boolean meets) throws Exception {
    // NO2 of 35 all year: within the transition's 40, above the final 30.
    store(LANSHAN, Integer.toString(year), "20", "40");
    store(LANSHAN, Integer.toString(year - 1), "20", "40");
    ask("/air/attainment?year=%d&county=%s".formatted(year, LANSHAN))
        .andExpect(jsonPath("$.straddles").value(false))
        .andExpect(jsonPath("$.attainments[0].standard").value(standard))
        .andExpect(jsonPath("$.attainments[0].meets").value(meets))
        .andExpect(jsonPath("$.yearOnYear[0].standard").value(standard))
        .andExpect(jsonPath("$.yearOnYear[0].items[0].change.difference").value(0.0))
        .andExpect(jsonPath("$.yearOnYear[0].items[0].change.comparable").value(true));
  }

  @Test
  void showsBothIndicesAndHowSureTheyAre() throws Exception {
    store(CITY, "2026-04", "30", "60");
    store(CITY, "2025-04", "30", "60");
    // 6/60 + 35/40 + 60/70 + 30/35 + 0.8/4 + 96/160, and weighted over the limits of 2026.
    ask("/air/composite-index?period=2026-04&county=" + CITY)
        .andExpect(jsonPath("$.indices", hasSize(4)))
        .andExpect(jsonPath("$.indices[0].index.standard").value("环办监测〔2018〕19号"))
        .andExpect(jsonPath("$.indices[0].index.inForce").value(false))
        .andExpect(jsonPath("$.indices[0].index.rounded").value(3.49))
        .andExpect(jsonPath("$.indices[2].index.standard").value(containsString("unconfirmed")))
        .andExpect(jsonPath("$.indices[2].index.certainty").value("C"))
        .andExpect(jsonPath("$.indices[2].index.inForce").value(true))
        .andExpect(jsonPath("$.indices[2].index.rounded").value(7.25))
        .andExpect(jsonPath("$.indices[3].index.series").value("dust-deducted"))
        .andExpect(jsonPath("$.indices[2].index.parts", hasSize(6)))
        .andExpect(jsonPath("$.indices[2].yearOnYear.difference").value(0.0));
  }

  @Test
  void ranksTheCountiesWithTheirChange() throws Exception {
    List<String> others =
        city.counties().list().stream()
            .map(county -> county.adcode())
            .filter(adcode -> !List.of(LANSHAN, LINGLING).contains(adcode))
            .toList();
    store(LANSHAN, "2024-03", "20", "40");
    store(LANSHAN, "2023-03", "25", "40");
    store(LINGLING, "2024-03", "41", "80");
    store(others.get(0), "2024-03", "41", "80");
    String address = "/air/ranking?period=2024-03&metric=pm25-mean&series=all";
    ask(address)
        .andExpect(jsonPath("$.metric").value("pm25-mean"))
        .andExpect(jsonPath("$.unit").value("µg/m³"))
        .andExpect(jsonPath("$.order").value("ascending"))
        .andExpect(jsonPath("$.rankings", hasSize(1)))
        .andExpect(jsonPath("$.rankings[0].standard").value("HJ 663-2013"))
        .andExpect(jsonPath("$.rankings[0].rows", hasSize(11)))
        .andExpect(jsonPath("$.rankings[0].rows[0].name").value("蓝山县"))
        .andExpect(jsonPath("$.rankings[0].rows[0].yearOnYear.percent").value(-20.0));
    assertThat(this.<List<Integer>>read(address, "$.rankings[0].rows[*].rank"))
        .isEqualTo(Arrays.asList(1, 2, 2, null, null, null, null, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-Q1, composite-index, 2",
    "2024, pm10-mean, 2",
    "2024, o3-p90, 1",
    "2024, good-day-rate, 1",
    "2026, composite-index, 4",
    "2026-Q1, good-day-rate, 2"
  })
  void ranksByEveryMetricInEveryPeriod(String period, String metric, int rankings)
      throws Exception {
    store(LANSHAN, period, "20", "40");
    String address = "/air/ranking?period=%s&metric=%s".formatted(period, metric);
    assertThat(this.<List<Object>>read(address, "$.rankings")).hasSize(rankings);
    assertThat(this.<List<String>>read(address, "$.rankings[*].rows[0].subject"))
        .hasSize(rankings)
        .containsOnly(LANSHAN);
    assertThat(this.<List<Integer>>read(address, "$.rankings[*].rows[0].rank")).containsOnly(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/air/statistics?period=2024-13&county=431127, 2024-Q1",
    "/air/statistics?period=2024, county or station",
    "/air/statistics?period=2024&county=431127&station=A, county or station",
    "/air/statistics?period=2024&county=110000, no county",
    "/air/attainment?year=24&county=431127, 2024-Q1",
    "/air/attainment?year=2024&county=x, no county",
    "/air/composite-index?period=2024-1&county=431127, 2024-Q1",
    "/air/ranking?period=2024&metric=smell, composite-index",
    "/air/ranking?period=2024&series=dusty, dust-deducted"
  })
  void refusesWhatItDoesNotKnow(String address, String why) throws Exception {
    mvc.perform(get("/api/v1" + address))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value(containsString(why)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28T15:59:59Z, 2026-02-28, GB 3095-2012 HJ 633-2012 HJ 663-2013 环办监测〔2018〕19号",
    "2026-02-28T16:00:00Z, 2026-03-01, GB 3095-2026 transition HJ 633-2026 HJ 663-2026 composite"
        + " index 2026 (unconfirmed)",
    "2031-01-01T00:00:00Z, 2031-01-01, GB 3095-2026 HJ 633-2026 HJ 663-2026 composite index 2031"
        + " (unconfirmed)"
  })
  void saysWhichStandardAppliesWhen(String at, String date, String expected) throws Exception {
    String address = "/standards?at=" + at;
    assertThat(this.<String>read(address, "$.at")).isEqualTo(date);
    List<String> applying = read(address, "$.items[?(@.applies==true)].id");
    assertThat(String.join(" ", applying)).isEqualTo(expected);
  }

  @Test
  void saysWhereEachStandardComesFrom() throws Exception {
    ask("/standards")
        .andExpect(jsonPath("$.at").value("2026-11-22"))
        .andExpect(jsonPath("$.items", hasSize(10)))
        .andExpect(jsonPath("$.items[1].id").value("GB 3095-2026 transition"))
        .andExpect(jsonPath("$.items[1].from").value("2026-03-01"))
        .andExpect(jsonPath("$.items[1].to").value("2030-12-31"))
        .andExpect(jsonPath("$.items[1].certainty").value("A"))
        .andExpect(jsonPath("$.items[1].source").value(containsString("table 1")));
  }
}
