package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import hongyan.service.whole.Program;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/**
 * A service that was started for the first time: its first account with its second factor, pages
 * without a record in them, and a tile service that is configured.
 */
@TestMethodOrder(OrderAnnotation.class)
class NewCityIT {
  private static final String PASSWORD = "new-goose-2026-city";

  @TempDir static Path state;
  private static TileServer tiles;
  private static Program program;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Browser.isInstalled(), "no Chromium with its chromedriver is on the path");
    tiles = new TileServer();
    Path settings = Files.createTempFile("hongyan-tiles-", ".properties");
    Files.writeString(
        settings,
        "hongyan.tiles.url=%s%nhongyan.tiles.attribution=试验底图%nhongyan.log-in.first-roles=administrator,forestry,environment,inspector%n"
            .formatted(tiles.url()));
    program = Program.start(state, "--config", settings.toString());
    browser = Browser.open(program.address());
  }

  @AfterAll
  static void end() {
    for (AutoCloseable each : new AutoCloseable[] {browser, program, tiles}) {
      try {
        if (each != null) {
          each.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  @Order(1)
  void makesTheFirstAccountByThePrintedLinkAndItsSecondFactor() throws Exception {
    browser.go(program.setUpPath());
    browser.find("input[autocomplete=username]").sendKeys("first");
    browser.find("input[autocomplete=name]").sendKeys("首任管理员");
    for (WebElement field :
        browser.driver().findElements(By.cssSelector("input[autocomplete=new-password]"))) {
      field.sendKeys(PASSWORD);
    }
    browser.picture("first-setup");
    browser.click("form button", "创建账户");
    browser.find("dd", "需要启用");
    browser.find("input[autocomplete=current-password]").sendKeys(PASSWORD);
    browser.click("form button", "生成密钥");
    String secret = browser.find(".secret").getText().replace(" ", "");
    browser.find(".qr path");
    browser.picture("first-second-factor");
    browser.find(".secret ~ .field input").sendKeys(code(secret, 0));
    browser.click("form button", "启用");
    browser.find("dd", "已启用");
    logsInWithACode(secret);
  }

  /** Without a code, with a wrong one, with the right one: each code is taken once, so the next. */
  private static void logsInWithACode(String secret) throws Exception {
    browser.click("#bar button", "退出");
    browser.until(page -> browser.address().contains("/login"));
    browser.find("input[autocomplete=username]").sendKeys("first");
    browser.find("input[autocomplete=current-password]").sendKeys(PASSWORD);
    browser.click("form button", "登录");
    browser.find(".message.bad", "六位数字");
    WebElement field = browser.find("input[autocomplete=one-time-code]");
    String right = code(secret, 1);
    field.sendKeys(right.equals("000000") ? "111111" : "000000");
    browser.click("form button", "登录");
    browser.find(".message.bad", "不");
    field.clear();
    field.sendKeys(right);
    browser.click("form button", "登录");
    browser.until(page -> !browser.address().contains("/login"));
    browser.go("/account");
    browser.find("dd", "管理员");
  }

  private static String code(String secret, int stepsAhead) throws Exception {
    var codes = new TimeBasedOneTimePasswordGenerator();
    var key = new SecretKeySpec(new Base32().decode(secret), "RAW");
    Instant then = Instant.now().plus(codes.getTimeStep().multipliedBy(stepsAhead));
    return codes.generateOneTimePasswordString(key, then);
  }

  @Test
  @Order(2)
  void saysOnEveryPageWhatIsNotThereYet() throws Exception {
    for (String[] each :
        new String[][] {
          {"/map", "没有符合条件的预警"},
          {"/air", "还没有小时数据"},
          {"/air?view=target", "没有"},
          {"/air?view=warnings", "没有达到预警条件"},
          {"/air?view=calendar", "0"},
          {"/inspection?view=ledger", "没有"},
          {"/public", "暂无空气质量数据"},
        }) {
      browser.go(each[0]);
      assertThat(browser.find("main").getText()).as(each[0]).contains(each[1]);
      assertThat(browser.driver().findElements(By.cssSelector(".state.error")))
          .as(each[0])
          .isEmpty();
      browser.picture("empty-" + each[0].replaceAll("[^a-z]", ""));
      browser.assertAccessible(each[0] + " without records");
    }
  }

  @Test
  @Order(3)
  void asksForTilesOnlyWhenTheyAreSwitchedOnAndDrawsThem() throws Exception {
    browser.complaints();
    browser.go("/map?at=111.6,26.2,10");
    assertThat(tiles.asked).as("off until somebody switches it on").isEmpty();
    assertThat(colourOfTheGround()).isNotEqualTo(TILE);
    switchTiles();
    // Longitude 111.6, latitude 26.2 in Web Mercator at zoom 10.
    browser.until(page -> tiles.asked.contains("10/829/434"));
    browser.until(page -> colourOfTheGround().equals(TILE));
    assertThat(tiles.asked).allMatch(tile -> tile.matches("\\d+/\\d+/\\d+"));
    assertThat(browser.find(".ol-attribution").getText()).contains("试验底图");
    browser.click(".tool-menu summary", "图层");
    browser.picture("map-tiles");
    assertThat(browser.complaints()).as("the content policy lets them in").isEmpty();
    assertThat(browser.address()).contains("tiles=on");
    browser.go(browser.address());
    browser.until(page -> colourOfTheGround().equals(TILE));
  }

  @Test
  @Order(4)
  void goesOnWithoutTilesWhenTheirServiceBreaks() throws Exception {
    tiles.fail(true);
    // What it says passes, perhaps before the page is whole.
    browser.driver().get(browser.at("/map?at=111.9,25.6,12&tiles=on"));
    browser.find(".toast.bad", "底图服务没有响应");
    browser.find("#timeline input[type=range]");
    browser.picture("map-tiles-broken");
    browser.complaints();
    switchTiles();
    tiles.fail(false);
    int before = tiles.asked.size();
    browser.go("/map?at=111.9,25.6,13");
    assertThat(tiles.asked).as("off again: nothing is asked").hasSize(before);
  }

  private static final Color TILE = new Color(250, 220, 120);

  private static void switchTiles() {
    browser.click(".tool-menu summary", "图层");
    browser.click(".menu label", "底图瓦片");
    browser.click(".tool-menu summary", "图层");
  }

  /** The most frequent colour around the middle of the map, as it is painted. */
  private static Color colourOfTheGround() {
    try {
      byte[] png = browser.find("#map").getScreenshotAs(OutputType.BYTES);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      var counts = new java.util.HashMap<Integer, Integer>();
      for (int x = image.getWidth() / 3; x < image.getWidth() * 2 / 3; x += 3) {
        for (int y = image.getHeight() / 3; y < image.getHeight() * 2 / 3; y += 3) {
          counts.merge(image.getRGB(x, y), 1, Integer::sum);
        }
      }
      return new Color(
          counts.entrySet().stream()
              .max(java.util.Map.Entry.comparingByValue())
              .orElseThrow()
              .getKey());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
