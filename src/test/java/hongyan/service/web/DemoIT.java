package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.geo.place.CivilTime;
import hongyan.service.whole.Program;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;

/**
 * The demo city as somebody tries it: one person with all roles opens and uses the four parts, one
 * after the other. The load of its year is most of what this takes.
 */
@TestMethodOrder(OrderAnnotation.class)
class DemoIT {
  private static final String ACCOUNT = "officer";
  private static final String PASSWORD = "night-goose-2026-city";
  private static final int PATROL_POINTS = 178_876;

  @TempDir static Path folder;
  private static Program program;
  private static Browser browser;

  /** The smoke at a pass in a night of last autumn: the alert that this follows to its package. */
  private static JsonNode smoke;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Browser.isInstalled(), "no Chromium with its chromedriver is on the path");
    program = Program.startDemo(folder.resolve("demo"));
    awaitLastAlerts();
    smoke = smokeAtPasses().get(0);
    browser = Browser.open(program.address());
    browser.go(program.setUpPath());
    browser.find("input[autocomplete=username]").sendKeys(ACCOUNT);
    browser.find("input[autocomplete=name]").sendKeys("演示员");
    for (WebElement field :
        browser.driver().findElements(By.cssSelector("input[autocomplete=new-password]"))) {
      field.sendKeys(PASSWORD);
    }
    browser.click("form button", "创建账户");
    browser.find("dd", "演示员");
  }

  /**
   * The last ones come two beats of the pipelines, of ten seconds at most, after the last record is
   * worked through.
   */
  private static void awaitLastAlerts() {
    await("smoke at a pass")
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> !smokeAtPasses().isEmpty());
    AtomicReference<List<String>> known = new AtomicReference<>();
    await("no alert comes or changes any more")
        .pollInterval(Duration.ofSeconds(1))
        .during(Duration.ofSeconds(25))
        .until(
            () -> {
              List<String> now = alerts();
              return now.equals(known.getAndSet(now));
            });
  }

  private static List<String> alerts() throws Exception {
    return program.listAll("/api/v1/alerts").stream()
        .map(
            alert ->
                "%s %s %s".formatted(alert.get("id"), alert.get("supported"), alert.get("grade")))
        .sorted()
        .toList();
  }

  /** What stations noticed: of a night that somebody reported too, that report is another alert. */
  private static List<JsonNode> smokeAtPasses() throws Exception {
    return program.listAll("/api/v1/alerts?conduct=smoke").stream()
        .filter(alert -> alert.get("supported").asBoolean() && alert.hasNonNull("subject"))
        .toList();
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
    if (program != null) {
      program.close();
    }
  }

  private static String smokeId() {
    return smoke.get("id").asString();
  }

  private static String smokeDay() {
    return LocalDate.ofInstant(Instant.parse(smoke.get("time").asString()), CivilTime.ZONE)
        .toString();
  }

  @Test
  @Order(1)
  void filtersTheMapAndFindsTheSameViewByItsAddress() {
    browser.go("/map?span=365");
    browser.until(page -> browser.script("return document.documentElement.dataset.patrol ?? null"));
    assertThat(browser.script("return document.documentElement.dataset.patrol"))
        .isEqualTo(String.valueOf(PATROL_POINTS));
    browser.choose("类型", "空气污染");
    browser.settle();
    browser.choose("等级", "严重");
    browser.settle();
    assertThat(browser.address()).contains("kind=pollution", "grade=serious", "span=365");
    browser.find(".entry .chip", "严重");
    List<String> entries = browser.texts(".entry");
    String count = browser.find("#list-head h2").getText();
    browser.go(browser.address());
    assertThat(browser.find("#list-head h2").getText()).isEqualTo(count);
    assertThat(browser.texts(".entry")).isEqualTo(entries).isNotEmpty();
    assertThat(browser.texts(".entry .chip")).allMatch(grade -> grade.contains("严重"));
  }

  @Test
  @Order(2)
  void opensAnAlertAcknowledgesItAndTakesItsPackage() throws Exception {
    browser.go("/map?day=%s&span=7".formatted(smokeDay()));
    browser.click(".entry[data-id='%s']".formatted(smokeId()), "烟熏");
    browser.find("#detail .law-title", "第七条");
    browser.settle();
    assertThat(browser.texts("#detail .chart figcaption"))
        .contains("PM2.5：本站与周边站点", "鸟类数量：前后各 14 天");
    browser.find("#detail .uplot canvas");
    browser.click("#detail .grounds summary", "");
    browser.find("#detail .record dd");
    browser.find("#detail textarea").sendKeys("请护林站当夜核查");
    browser.find("#detail button[data-to=acknowledged]").click();
    browser.find("#detail .history", "请护林站当夜核查");
    browser.find("#detail .history", ACCOUNT);
    browser.settle();
    browser.click("#detail a", "下载证据包");
    assertThat(Files.size(browser.downloaded(".zip"))).isPositive();
  }

  @Test
  @Order(3)
  void goesThroughSeasonsAndVersionsByTheTimeLine() throws Exception {
    browser.go("/map");
    WebElement slider = browser.find("#timeline input[type=range]");
    slider.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_RIGHT);
    browser.until(
        page ->
            browser.address().contains("day=" + LocalDate.now(CivilTime.ZONE).minusDays(1))
                ? true
                : null);
    browser.find("#timeline button[aria-label^='上一次变化']").click();
    browser.find(".line-changed", "保护重点时段");
    browser.picture("demo-map-season-change");
    browser.set(
        browser.find("#timeline input[type=date]"), SmallCity.SMOKE.withMonth(7).toString());
    browser.find(".line-season", "迁飞通道 0/10");
    browser.set(browser.find("#timeline input[type=date]"), SmallCity.SMOKE.toString());
    browser.find(".line-season", "迁飞通道 10/10");
    browser.click("#timeline button", "今天");
    browser.until(page -> browser.address().contains("day=") ? null : true);
  }

  @Test
  @Order(4)
  void judgesAFootprintThatIsDrawnAndOneThatIsDropped() throws Exception {
    browser.go("/map?at=112.11,25.10,12&hide=alerts.patrol");
    browser.find("#footprint-open").click();
    browser.click(".footprint button", "在地图上画");
    WebElement map = browser.find("#map");
    browser.clickAt(map, 0.40, 0.40, 0.55, 0.42, 0.52, 0.60);
    browser.clickAt(map, 0.42, 0.58, 0.42, 0.58);
    browser.find(".footprint .message", "范围已就绪");
    browser.click(".footprint button", "核查");
    browser.find(".verdict-word[data-verdict=avoid]");
    browser.picture("demo-map-footprint");
    Path away = folder.resolve("away.geojson");
    Files.writeString(away, MapIT.polygon(111.80, 25.60, 111.801, 25.601));
    browser.drop(map, away);
    browser.find(".footprint .message", "就绪");
    browser.click(".footprint button", "核查");
    browser.find(".verdict-word[data-verdict=clear]");
  }

  @Test
  @Order(5)
  void approvesAWarningAndIssuesTheDailyReview() throws Exception {
    browser.go("/air?view=warnings");
    browser.find(".approval input[type=text]").sendKeys("会商同意");
    browser.find(".approval button[data-decision=approved]").click();
    browser.find(".decisions li", "会商同意");
    browser.go("/air?view=review");
    WebElement text = browser.find(".review textarea");
    assertThat(text.getDomProperty("value")).isNotBlank();
    text.clear();
    text.sendKeys("昨日空气质量以良为主（演示文本）。");
    browser.click(".review button", "保存修改");
    browser.find(".review .chip", "已修改");
    browser.click(".review button", "签发");
    browser.find(".review .chip", "已签发");
    assertThat(browser.find(".review textarea").getDomProperty("readOnly")).isEqualTo("true");
  }

  @Test
  @Order(6)
  void ranksCountiesAndSaysWhatIsLeft() {
    browser.go("/air?view=target");
    assertThat(browser.find(".budget .budget-left").getText()).contains("µg/m³ 每个剩余日可用");
    assertThat(browser.texts(".rankings tbody tr")).hasSizeGreaterThanOrEqualTo(11);
    browser.find(".rankings th", "同比");
  }

  @Test
  @Order(7)
  void opensAFigureMovesAProblemAndDownloadsTheReport() throws Exception {
    browser.go("/inspection");
    browser.click("tr:has(.chip) .open-figure", "");
    browser.find("#opened h2");
    browser.settle();
    browser.go("/inspection?view=ledger");
    browser.find(".funnel b");
    String id = anOpenProblem();
    browser.click("tbody button", id);
    WebElement next = browser.find(".history ~ .row button");
    String state = next.getText().replace("→ ", "");
    next.click();
    browser.find(".history li b", state);
    browser.go("/inspection?view=reports");
    browser.find("button[data-format=pdf]").click();
    assertThat(head(browser.downloaded(".pdf"), 5)).isEqualTo("%PDF-");
    browser.find("button[data-format=xlsx]").click();
    assertThat(head(browser.downloaded(".xlsx"), 2)).isEqualTo("PK");
  }

  private static String anOpenProblem() throws Exception {
    for (JsonNode problem : program.get("/api/v1/inspection/problems").get("items")) {
      String id = problem.get("id").asString();
      if (!program.get("/api/v1/inspection/problems/" + id).get("next").isEmpty()) {
        return id;
      }
    }
    throw new AssertionError("every problem of the demo is closed");
  }

  private static String head(Path file, int length) throws Exception {
    return new String(Files.readAllBytes(file), 0, length, StandardCharsets.ISO_8859_1);
  }

  @Test
  @Order(8)
  void verifiesThePackageThatWasTakenAndRefusesItOnceAByteIsChanged() throws Exception {
    Path genuine = browser.downloaded(".zip");
    browser.go("/inspection?view=evidence");
    browser.drop(browser.find(".drop"), genuine);
    browser.find(".verdict-word[data-verdict=intact]", "核验通过");
    browser.picture("demo-evidence-intact");
    browser.drop(
        browser.find(".drop"), InspectionIT.tampered(genuine, folder.resolve("tampered.zip")));
    browser.find(".verdict-word[data-verdict=broken]", "核验不通过");
    assertThat(browser.find(".verified tbody tr", "不成立").getText()).contains("data/records/");
    browser.picture("demo-evidence-broken");
  }

  @Test
  @Order(9)
  void letsThePublicReportWithAPhotoAndFollowIt() throws Exception {
    Path photo = folder.resolve("net.jpg");
    ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", photo.toFile());
    browser.driver().manage().deleteAllCookies();
    browser.go("/public");
    browser.find("form textarea").sendKeys("河滩上有一张网（演示）");
    browser.set(browser.find(".place label:nth-of-type(1) input"), "111.6");
    browser.set(browser.find(".place label:nth-of-type(2) input"), "26.45");
    browser.find(".place [role=status]", "冷水滩区");
    browser.driver().findElement(By.cssSelector("input[type=file]")).sendKeys(photo.toString());
    browser.find(".previews img");
    browser.click(".report-form button", "提交");
    String receipt = browser.find(".receipt").getText();
    browser.find("#progress dd", "收到");
    browser.go("/public?receipt=" + receipt);
    browser.find("#progress dd b");
    browser.logIn(ACCOUNT, PASSWORD);
  }

  @Test
  @Order(10)
  void speaksEnglishOnEveryPageWhereAsked() throws Exception {
    for (String page : List.of("/map", "/air", "/inspection", "/public")) {
      browser.go(page);
      browser.click("#language", "English");
      browser.until(page_ -> "en".equals(browser.find("html").getDomAttribute("lang")));
      browser.until(p -> browser.script("return document.documentElement.dataset.ready ?? null"));
      browser.settle();
      browser.picture("demo-english" + page.replace('/', '-'));
      browser.click("#language", "中文");
      browser.until(page_ -> "zh-CN".equals(browser.find("html").getDomAttribute("lang")));
      browser.until(p -> browser.script("return document.documentElement.dataset.ready ?? null"));
    }
  }

  @Test
  @Order(11)
  void looksWellOnEveryScreen() throws Exception {
    Screens.takeAll(browser, "demo", smokeDay(), smokeId());
  }

  @Test
  @Order(12)
  void logsOutAndInAgain() {
    browser.go("/air");
    browser.click("#bar button", "退出");
    browser.until(page -> browser.address().contains("/login") ? true : null);
    browser.driver().get(browser.at("/map"));
    browser.until(page -> browser.address().contains("/login?then=") ? true : null);
    browser.logIn(ACCOUNT, PASSWORD);
    browser.go("/map");
    browser.find(".live.live", "实时");
  }
}
