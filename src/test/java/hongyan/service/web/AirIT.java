package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hongyan.service.whole.Program;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;

/** The environment page as its bureau uses it. */
@ExtendWith(Stage.class)
class AirIT {
  private static final int YEAR = SmallCity.TODAY.getYear();

  @Test
  void showsTheNewestHourByCountyAndStationWithTheWordOfItsLevel(Browser browser) {
    browser.go("/air");
    assertThat(browser.find(".now-head h2").getText()).matches("永州市 · (优|良)");
    assertThat(browser.texts("table caption")).hasSize(2);
    browser.click("th button", "PM2.5");
    browser.find("th[aria-sort=descending]", "PM2.5");
    browser.find("tbody tr .aqi span", "良");
  }

  @Test
  void drawsCurvesOfAStationAndGivesTheirFigures(Browser browser) {
    browser.go("/air?view=curves&subject=station:2479A");
    assertThat(browser.texts(".chart figcaption")).hasSize(7).allMatch(it -> it.contains("零陵"));
    browser.choose("时间尺度", "日（一年）");
    browser.settle();
    assertThat(browser.address()).contains("period=day");
    browser.click(".chart summary", "看数据表");
    browser.find(".chart tbody th", SmallCity.TODAY.minusDays(2).toString());
  }

  @Test
  void countsTheDaysOfEachLevelInTheCalendar(Browser browser) {
    int year = SmallCity.TODAY.minusDays(6).getYear();
    browser.go("/air?view=calendar&year=" + year);
    assertThat(browser.find(".calendar-summary").getText()).contains("重度污染");
    assertThat(browser.texts(".month caption")).hasSize(12);
  }

  @Test
  void saysHowMuchIsLeftForEachRemainingDay(Browser browser, Program program) throws Exception {
    browser.go("/air?view=target&year=" + YEAR);
    List<Double> means = new ArrayList<>();
    LocalDate last = LocalDate.MIN;
    for (JsonNode day : program.get("/api/v1/air/calendar?county=431100&year=" + YEAR)) {
      LocalDate date = LocalDate.parse(day.get("time").asString());
      if (day.get("values").has("PM2.5") && date.isBefore(SmallCity.TODAY)) {
        means.add(day.get("values").get("PM2.5").asDouble());
        last = date;
      }
    }
    long left = ChronoUnit.DAYS.between(last, LocalDate.of(YEAR, 12, 31));
    double sum = means.stream().mapToDouble(Double::doubleValue).sum();
    WebElement first = browser.find(".budget");
    double target = leadingNumber(first.findElement(By.tagName("h3")).getText());
    double allowed = (target * (means.size() + left) - sum) / left;
    assertThat(leadingNumber(browser.find(".budget .budget-left").getText()))
        .isCloseTo(Math.max(0, allowed), within(0.051));
  }

  private static double leadingNumber(String text) {
    return Double.parseDouble(text.replaceAll("(?s)^[^0-9]*([0-9.]+).*", "$1"));
  }

  @Test
  void computesWhatIsLeftByTheDocumentedFormula(Browser browser) {
    browser.go("/air");
    Object allowed =
        browser.script(
            "return import('/js/air/budget.js').then(({budget}) => [budget(35, [40, 30, 50], 7).allowed,"
                + " budget(35, [40], 0).allowed, budget(10, [90, 90], 1).allowed])");
    assertThat((List<?>) Objects.requireNonNull(allowed))
        .hasToString("[32.857142857142854, null, -150]");
  }

  @Test
  void recordsAnApprovalOfASuggestedWarning(Browser browser, Program program) throws Exception {
    browser.go("/air?view=warnings");
    browser.find(".ladder li", "建议启动");
    browser.find(".approval input[type=text]").sendKeys("会商同意");
    browser.find(".approval button[data-decision=approved]").click();
    browser.find(".decisions li", "会商同意");
    JsonNode decision =
        program.get("/api/v1/warnings").get(0).get("records").get("decisions").get(0);
    assertThat(decision.get("decision").asString()).isEqualTo("approved");
  }

  @Test
  void answersAReminder(Browser browser, Program program) throws Exception {
    browser.go("/air?view=warnings");
    WebElement reminder = browser.find(".reminder-list li", "零陵区环保局");
    reminder.findElement(By.cssSelector("input")).sendKeys("附近道路施工，已洒水");
    browser.click(".reminder-list button", "受理");
    browser.find(".reminder-list .chip", "已受理");
    JsonNode alert = program.get("/api/v1/alerts?conduct=reminder").get("items").get(0);
    assertThat(program.get("/api/v1/alerts/" + alert.get("id").asString()).toString())
        .contains("附近道路施工");
  }

  @Test
  void editsAndIssuesTheDailyReview(Browser browser, Program program) throws Exception {
    String date = SmallCity.TODAY.minusDays(1).toString();
    browser.go("/air?view=review&date=" + date);
    WebElement text = browser.find(".review textarea");
    text.clear();
    text.sendKeys("昨日空气质量良，无污染过程。");
    browser.click(".review button", "保存修改");
    browser.find(".review .chip", "已修改");
    browser.click(".review button", "签发");
    browser.find(".review .chip", "已签发");
    assertThat(browser.find(".review textarea").getDomProperty("readOnly")).isEqualTo("true");
    JsonNode notice = program.get("/api/v1/notices/daily-review/" + date);
    assertThat(notice.get("state").asString()).isEqualTo("issued");
    assertThat(notice.get("text").asString()).contains("无污染过程");
  }
}
