package hongyan.service.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import hongyan.service.inspection.InspectionFixtures.Stores;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

class InspectionControllerTest {
  private static final String BASE = "/api/v1/inspection";

  private static final Stores STORES =
      new Stores()
          .withDays("431100", 2024, InspectionFixtures.cleanYear(2024))
          .withDays("431127", 2024, InspectionFixtures.cleanYear(2024))
          .withAlerts(2024, InspectionFixtures.pollution("reminder", "431102", 71));

  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(
              new InspectionController(
                  InspectionFixtures.inspection(STORES, "2024-12-15"),
                  InspectionFixtures.reporting(STORES, "2024-12-15"),
                  InspectionFixtures.page()))
          .setControllerAdvice(new ProblemAdvice())
          .build();

  @RestControllerAdvice
  static class ProblemAdvice extends ResponseEntityExceptionHandler {}

  @Test
  void answersATargetInTheFormOfTheContract() throws Exception {
    mvc.perform(get(BASE + "/targets/pm25-mean-2024"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.id").value("pm25-mean-2024"))
        .andExpect(jsonPath("$.title").value("PM2.5年均浓度"))
        .andExpect(jsonPath("$.metric").value("pm25-mean"))
        .andExpect(jsonPath("$.period").value("2024"))
        .andExpect(jsonPath("$.target").value(35))
        .andExpect(jsonPath("$.actual").value(20))
        .andExpect(jsonPath("$.gap").value(-15))
        .andExpect(jsonPath("$.deadline").value("2024-12-31"))
        .andExpect(jsonPath("$.light").value("green"))
        .andExpect(jsonPath("$.source").value("computed"))
        .andExpect(
            jsonPath("$.records")
                .value("/api/v1/air/daily?county=431100&from=2024-01-01&to=2024-12-31"))
        .andExpect(jsonPath("$.basis.count").value(366))
        .andExpect(jsonPath("$.basis.standards[1]").value("GB 3095-2012"));
  }

  @Test
  void speaksEnglishWhenAsked() throws Exception {
    mvc.perform(get(BASE + "/targets/wetland").header("Accept-Language", "en"))
        .andExpect(jsonPath("$.title").value("Wetland"))
        .andExpect(jsonPath("$.target").isEmpty())
        .andExpect(jsonPath("$.declared").value(3093.33));
  }

  @Test
  void setsTheComputedCountBesideTheDeclaredOne() throws Exception {
    mvc.perform(get(BASE + "/targets/reminders-2024"))
        .andExpect(jsonPath("$.actual").value(71))
        .andExpect(jsonPath("$.declared").value(75));
    mvc.perform(get(BASE + "/targets/daily-reviews-2024"))
        .andExpect(jsonPath("$.actual").value(3))
        .andExpect(jsonPath("$.declared").value(140));
    mvc.perform(get(BASE + "/targets/air-forecasts-2024"))
        .andExpect(jsonPath("$.actual").value(2))
        .andExpect(jsonPath("$.declared").value(195));
  }

  @Test
  void listsByPeriodAndCounty() throws Exception {
    mvc.perform(get(BASE + "/targets").param("period", "2024").param("county", "431127"))
        .andExpect(jsonPath("$.items", hasSize(33)))
        .andExpect(jsonPath("$.items[*].id", hasItem("good-day-rate-2024-431127")))
        .andExpect(jsonPath("$.next").isEmpty());
    mvc.perform(get(BASE + "/targets"))
        .andExpect(jsonPath("$.items[*].id", hasItem("counties-at-grade-ii-2020")))
        .andExpect(jsonPath("$.items[*].id", hasItem("sewers-surveyed")));
  }

  @Test
  void pagesThroughEveryTargetOnce() throws Exception {
    String all = body(get(BASE + "/targets").param("period", "2024"));
    int count = JsonPath.<Integer>read(all, "$.items.length()");
    int seen = 0;
    String cursor = null;
    do {
      String page =
          cursor == null
              ? body(get(BASE + "/targets?period=2024&limit=7"))
              : body(get(BASE + "/targets?period=2024&limit=7").param("cursor", cursor));
      seen += JsonPath.<Integer>read(page, "$.items.length()");
      cursor = JsonPath.read(page, "$.next");
    } while (cursor != null);
    assertThat(seen).isEqualTo(count).isGreaterThan(60);
  }

  private String body(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    mvc.perform(get(BASE + "/targets/no-such-thing"))
        .andExpect(status().isNotFound())
        .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    mvc.perform(get(BASE + "/targets").param("county", "110000"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("county"))
        .andExpect(jsonPath("$.errors[0].value").value("110000"));
    mvc.perform(get(BASE + "/report").param("period", "lately"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].rule").value("period"));
    mvc.perform(get(BASE + "/report").param("period", "2024").param("format", "docx"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("format"));
    mvc.perform(get(BASE + "/targets").param("limit", "0")).andExpect(status().isBadRequest());
    mvc.perform(get(BASE + "/targets").param("cursor", "x")).andExpect(status().isBadRequest());
  }

  @Test
  void reportsAsJson() throws Exception {
    mvc.perform(get(BASE + "/report").param("period", "2024"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.period").value("2024"))
        .andExpect(jsonPath("$.madeAt").value("2024-12-15T12:00:00+08:00"))
        .andExpect(jsonPath("$.sections[0].title").value("候鸟保护"))
        .andExpect(jsonPath("$.counties", hasSize(2)))
        .andExpect(jsonPath("$.sums[0].difference").value(1210));
  }

  @Test
  void printsAPageInChinese() throws Exception {
    String page = body(get(BASE + "/report").param("period", "2024").param("format", "html"));
    assertThat(page)
        .contains("<html lang=\"zh-CN\">")
        .contains("永州市 2024 检查报告")
        .contains("大气污染防治")
        .contains("PM2.5年均浓度")
        .contains("≤ 35")
        .contains("有效日 366")
        .contains("HJ 663-2013、GB 3095-2012")
        .contains("href=\"/api/v1/air/daily?county=431100&amp;from=2024-01-01&amp;to=2024-12-31\"")
        .contains("178876")
        .contains("class=\"light yellow\">黄")
        .contains("蓝山县")
        .contains("蓝山县 达标")
        .contains("零陵区 不可判定")
        .contains("错接混接 1210")
        .contains("5479")
        .contains("@media print")
        .contains("lang=en")
        .contains("生成于 2024-12-15T12:00+08:00")
        .doesNotContain("th:text")
        .doesNotContain("gazette");
  }

  @Test
  void printsAPageInEnglish() throws Exception {
    String page =
        body(
            get(BASE + "/report")
                .param("period", "2024")
                .param("format", "html")
                .param("lang", "en"));
    assertThat(page)
        .contains("<html lang=\"en\">")
        .contains("PM2.5 mean of the year")
        .contains("valid days 366")
        .contains("Migratory birds")
        .contains("蓝山县 meets")
        .contains("report on natural resources and wildlife")
        .doesNotContain("查看记录");
  }
}
