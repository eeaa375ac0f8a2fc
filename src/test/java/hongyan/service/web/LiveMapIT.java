package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.whole.Program;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The map while things happen: sound, a lost line, keys instead of a mouse, a drawn footprint. */
@ExtendWith(Stage.class)
class LiveMapIT {
  /** Counts the tones that the page starts. */
  private static final String HEARING =
      """
      window.tones = [];
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...all) {
        window.tones.push(this.frequency.value);
        return start.apply(this, all);
      };
      """;

  @Test
  void playsATonePerNewAlertOnlyWhenSoundIsOn(Browser browser, Program program) throws Exception {
    Runnable end = browser.beforeEachPage(HEARING);
    try {
      browser.go("/map");
      browser.find(".live.live", "实时");
      assertThat(browser.find("#tools button[aria-pressed]", "声音").getDomAttribute("aria-pressed"))
          .as("off unless somebody switches it on")
          .isEqualTo("false");
      report(browser, program, "silent", 111.60, 25.30);
      assertThat(browser.script("return window.tones.length")).isEqualTo(0L);
      browser.click("#tools button", "声音");
      browser.find("#tools button[aria-pressed=true]", "声音");
      report(browser, program, "heard", 111.75, 25.30);
      browser.until(page -> Long.valueOf(1).equals(browser.script("return window.tones.length")));
    } finally {
      end.run();
    }
  }

  private static void report(Browser browser, Program program, String id, double lon, double lat)
      throws Exception {
    program.post("/api/v1/findings", "application/json", SmallCity.findingNow(id, lon, lat));
    browser.find(".entry[data-id=violation-%s]".formatted(id));
  }

  @Test
  void saysThatItIsOfflineAndCatchesUpWhenTheNetworkIsBack(Browser browser, Program program)
      throws Exception {
    browser.go("/map");
    browser.find(".live.live", "实时");
    browser.network(false);
    try {
      browser.find(".live.offline", "离线");
      browser.find(".offline-line", "连接不到服务器");
      browser.picture("map-offline");
      program.post(
          "/api/v1/findings", "application/json", SmallCity.findingNow("missed", 111.90, 25.30));
      Stage.awaitAlert(program, "violation-missed");
      assertThat(browser.texts(".live")).containsExactly("离线");
      assertThat(browser.driver().findElements(By.cssSelector("[data-id=violation-missed]")))
          .isEmpty();
    } finally {
      browser.network(true);
    }
    browser.find(".entry[data-id=violation-missed]");
    browser.find(".live.live", "实时");
    browser.until(page -> browser.texts(".offline-line").equals(List.of("")));
  }

  @Test
  void tellsAListenerThatComesBackWhatItMissedEvenBeforeItsFirstAlert(Program program)
      throws Exception {
    String id;
    try (Stream<String> lines = program.listen("/api/v1/alerts/stream", null)) {
      id = lines.filter(line -> line.startsWith("id:")).findFirst().orElseThrow().substring(3);
    }
    program.post(
        "/api/v1/findings", "application/json", SmallCity.findingNow("between", 111.65, 25.95));
    Stage.awaitAlert(program, "violation-between");
    try (Stream<String> lines = program.listen("/api/v1/alerts/stream", id)) {
      assertThat(lines.anyMatch(line -> line.contains("violation-between"))).isTrue();
    }
  }

  @Test
  void opensAcknowledgesAndClosesAnAlertByKeysAlone(Browser browser, Program program)
      throws Exception {
    browser.go("/map?text=web-eating-1");
    browser.find(".entry[data-id=violation-web-eating-1]");
    WebElement entry = browser.tabTo(".entry", 40);
    assertThat(focusRing(browser, entry)).isNotEqualTo("none");
    browser.press(Keys.ENTER);
    browser.find("#detail .detail-head h2", "食用");
    browser.until(
        page ->
            Boolean.TRUE.equals(
                browser.script("return document.activeElement.matches('#detail h2')")));
    browser.tabTo("#detail textarea", 10);
    browser.press("已电话核实");
    WebElement button = browser.tabTo("#detail button[data-to=acknowledged]", 5);
    assertThat(focusRing(browser, button)).isNotEqualTo("none");
    browser.press(Keys.SPACE);
    browser.find("#detail .history", "已电话核实");
    assertThat(program.get("/api/v1/alerts/violation-web-eating-1").get("state").asString())
        .isEqualTo("acknowledged");
    browser.press(Keys.ESCAPE);
    browser.until(page -> !browser.address().contains("alert="));
    // The focus goes back to where it came from.
    awaitFocusOn(browser, "violation-web-eating-1");
  }

  @Test
  void leavesTheFocusWhereItIsWhenAnAlertComes(Browser browser, Program program) throws Exception {
    browser.go("/map");
    browser.find(".entry[data-id=violation-web-eating-1]");
    browser.script("document.querySelector('.entry[data-id=violation-web-eating-1]').focus()");
    report(browser, program, "meanwhile", 111.80, 25.60);
    awaitFocusOn(browser, "violation-web-eating-1");
  }

  private static void awaitFocusOn(Browser browser, String alert) {
    browser.until(page -> alert.equals(browser.script("return document.activeElement.dataset.id")));
  }

  private static String focusRing(Browser browser, WebElement element) {
    return String.valueOf(
        browser.script("return getComputedStyle(arguments[0]).outlineStyle", element));
  }

  @Test
  void checksAFootprintThatIsDrawnByMouse(Browser browser) throws Exception {
    browser.go("/map?at=112.11,25.10,12&hide=alerts.patrol");
    browser.find("#footprint-open").click();
    browser.click(".footprint button", "在地图上画");
    WebElement map = browser.find("#map");
    browser.clickAt(map, 0.40, 0.40, 0.55, 0.42, 0.52, 0.60);
    browser.clickAt(map, 0.42, 0.58, 0.42, 0.58);
    browser.find(".footprint .message", "范围已就绪");
    browser.click(".footprint button", "核查");
    String verdict = browser.find(".verdict-word").getDomAttribute("data-verdict");
    assertThat(verdict).isIn("assess", "avoid");
    assertThat(browser.texts(".verdict-zone h3")).contains("蓝山南风坳候鸟迁徙通道");
    assertThat(browser.find(".verdict .facts").getText()).contains("公顷");
    browser.picture("map-footprint-drawn");
  }
}
