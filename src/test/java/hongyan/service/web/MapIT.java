package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.CivilTime;
import hongyan.service.whole.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;

/** The forestry page as an officer uses it. */
@ExtendWith(Stage.class)
class MapIT {
  private static final String NIGHT = "/map?day=%s&span=30".formatted(SmallCity.SMOKE.plusDays(5));

  @Test
  void filtersTheAlertsAndKeepsTheFilterInTheAddress(Browser browser) {
    browser.go(NIGHT);
    browser.find(".entry", "烟熏");
    browser.choose("类型", "空气污染");
    browser.find("#list .state.empty");
    assertThat(browser.address()).contains("kind=pollution");
    browser.choose("类型", "违法线索");
    browser.find(".entry", "烟熏");
    browser.go(browser.address());
    assertThat(browser.texts(".entry .entry-title")).containsExactly("烟熏");
    browser.click("#list-head button", "清除筛选");
    browser.until(page -> browser.address().contains("kind=") ? null : true);
  }

  @Test
  void opensAnAlertWithItsLawItsSignalAndItsRecords(Browser browser) {
    browser.go(NIGHT);
    browser.click(".entry", "烟熏");
    browser.find("#detail .law-title", "第七条第一项");
    browser.settle();
    assertThat(browser.address()).contains("alert=" + SmallCity.SMOKE_ALERT);
    browser.click("#detail .chart summary", "看数据表");
    browser.find("#detail .chart td", "165");
    assertThat(browser.texts("#detail .chart figcaption"))
        .containsExactly("PM2.5：本站与周边站点", "鸟类数量：前后各 14 天");
    assertThat(browser.texts("#detail .chart .key")).contains("东安舜皇山垭口站", "预警时刻");
    browser.find("#detail dd", "XL");
    browser.click("#detail .grounds summary", "迁飞通道");
    browser.find("#detail .record dd", "东安舜皇山候鸟迁徙通道");
  }

  @Test
  void movesAnAlertOnWithANoteThatIsKept(Browser browser, Program program) throws Exception {
    String id = "violation-web-net-1";
    browser.go("/map?alert=" + id);
    browser.find("#detail textarea").sendKeys("请蓝山县护林站核查");
    browser.find("#detail button[data-to=acknowledged]").click();
    browser.find("#detail .chip", "已受理");
    JsonNode alert = program.get("/api/v1/alerts/" + id);
    assertThat(alert.get("state").asString()).isEqualTo("acknowledged");
    assertThat(alert.get("history").toString()).contains("请蓝山县护林站核查");
    browser.find(".entry[data-id=" + id + "] .entry-state", "已受理");
    browser.find("#detail button[data-to=dispatched]");
    browser.driver().findElement(By.tagName("body")).sendKeys(Keys.ESCAPE);
    browser.until(page -> browser.address().contains("alert=") ? null : true);
  }

  @Test
  void goesThroughTheYearByItsTimeLine(Browser browser) {
    browser.go("/map");
    WebElement slider = browser.find("#timeline input[type=range]");
    slider.sendKeys(Keys.ARROW_LEFT);
    String yesterday = LocalDate.now(CivilTime.ZONE).minusDays(1).toString();
    browser.until(page -> browser.address().contains("day=" + yesterday) ? true : null);
    LocalDate summer = SmallCity.SMOKE.withMonth(7).withDayOfMonth(1);
    browser.set(browser.find("#timeline input[type=date]"), summer.toString());
    browser.find(".line-season", "迁飞通道 0/10");
    browser.set(browser.find("#timeline input[type=date]"), SmallCity.SMOKE.toString());
    browser.find(".line-season", "迁飞通道 10/10");
    browser.click("#timeline button", "今天");
    browser.until(page -> browser.address().contains("day=") ? null : true);
  }

  @Test
  void showsAnAlertAsItHappens(Browser browser, Program program) throws Exception {
    browser.go("/map");
    browser.find(".live.live", "实时");
    program.post(
        "/api/v1/findings",
        "application/json",
        SmallCity.findingNow("web-live", 111.5744, 24.7725));
    browser.find(".toast", "使用猎套");
    browser.find(".entry[data-id=violation-web-live]");
  }

  @Test
  void hidesAndShowsLayers(Browser browser) {
    browser.go("/map");
    browser.click(".tool-menu summary", "图层");
    browser.click(".menu label", "迁飞通道");
    assertThat(browser.address()).contains("hide=flyway");
    browser.click(".menu label", "迁飞通道");
    assertThat(browser.address()).doesNotContain("hide=");
  }

  @Test
  void checksAFootprintThatIsDroppedOnTheMap(Browser browser) throws Exception {
    Path inside = file("site.geojson", polygon(112.09, 25.09, 112.13, 25.11));
    browser.go("/map");
    browser.find("#footprint-open").click();
    browser.find(".footprint");
    browser.drop(browser.find("#map"), inside);
    browser.find(".footprint .message", "就绪");
    browser.click(".footprint button", "核查");
    String verdict = browser.find(".verdict-word").getDomAttribute("data-verdict");
    assertThat(verdict).isIn("assess", "avoid");
    assertThat(browser.texts(".verdict-zone h3")).contains("蓝山南风坳候鸟迁徙通道");
    browser.picture("map-footprint");
    Path away = file("away.geojson", polygon(111.80, 25.60, 111.801, 25.601));
    browser.drop(browser.find("#map"), away);
    browser.find(".footprint .message", "就绪");
    browser.click(".footprint button", "核查");
    browser.find(".verdict-word[data-verdict=clear]");
  }

  private static Path file(String name, String text) throws IOException {
    return Files.writeString(Files.createTempDirectory("hongyan-footprint-").resolve(name), text);
  }

  static String polygon(double west, double south, double east, double north) {
    return """
        {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}}"""
        .formatted(west, south, east, north);
  }
}
