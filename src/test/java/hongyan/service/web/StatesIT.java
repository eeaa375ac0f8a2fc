package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each page says while it loads, when the service fails, and when it is away. */
@ExtendWith(Stage.class)
class StatesIT {
  /** Stands between the page and the service for addresses with a part: holds them, or fails. */
  private static final String BETWEEN =
      """
      window.between = '%s';
      window.held = [];
      const real = window.fetch;
      window.fetch = (url, options) => {
        if (window.between === '' || !String(url).includes('%s')) return real(url, options);
        if (window.between === 'fails') {
          return Promise.resolve(new Response('{"detail":"示例故障"}', {status: 500}));
        }
        return new Promise((go) => window.held.push(() => go(real(url, options))));
      };
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/map, /alerts?, #list .state.loading, .entry",
    "/air, /air/aqi?, .now-city .state.loading, .now-head h2",
    "/inspection, /inspection/targets, .card .state.loading, .target-title",
    "/public, /zones?, #zones .state.loading, #zones tbody th",
  })
  void saysThatItLoads(String path, String asked, String loading, String there, Browser browser)
      throws Exception {
    Runnable end = browser.beforeEachPage(BETWEEN.formatted("holds", asked));
    try {
      browser.driver().get(browser.at(path));
      browser.find(loading, "正在读取");
      browser.picture("loading" + path.replace('/', '-'));
      browser.script("window.between = ''; window.held.forEach((go) => go())");
      browser.find(there);
    } finally {
      end.run();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/map, /alerts?, #list .state.error, .entry",
    "/air, /air/aqi?, .now-city .state.error, .now-head h2",
    "/inspection, /inspection/targets, .card .state.error, .target-title",
    "/public, /zones?, #zones .state.error, #zones tbody th",
  })
  void saysWhatFailedAndTriesAgain(
      String path, String asked, String error, String there, Browser browser) throws Exception {
    Runnable end = browser.beforeEachPage(BETWEEN.formatted("fails", asked));
    try {
      browser.driver().get(browser.at(path));
      assertThat(browser.find(error, "读取失败").getText()).contains("示例故障");
      browser.picture("error" + path.replace('/', '-'));
      browser.script("window.between = ''");
      browser.click(error + " button", "重试");
      browser.find(there);
    } finally {
      end.run();
      browser.complaints(); // the console tells of each failure, as it should
    }
  }

  /**
   * The page is open when the network goes; something is then asked of it that needs the service.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/air?view=target, 数据, 扣除沙尘日, .rankings",
    "/inspection, 年份, 2024, .view > .card",
  })
  void saysThatItIsOfflineAndGoesOnByItself(
      String path, String list, String choice, String part, Browser browser) throws Exception {
    browser.go(path);
    browser.network(false);
    try {
      browser.find(".offline-line", "连接不到服务器");
      browser.choose(list, choice);
      browser.find(part + " .state.offline", "离线");
      browser.picture("offline-" + path.replaceAll("[^a-z]", ""));
      browser.assertAccessible(path + " offline");
    } finally {
      browser.network(true);
    }
    browser.until(page -> browser.texts(".offline-line").equals(List.of("")));
    browser.until(page -> browser.texts(part + " .state.offline").isEmpty());
    browser.settle();
    assertThat(browser.find(part).getText()).as("it was asked for again by itself").isNotBlank();
  }

  @Test
  void keepsWhatSomebodyWroteOnThePublicPageWhileTheNetworkIsAway(Browser browser)
      throws Exception {
    browser.go("/public");
    browser.find("form textarea").sendKeys("断网时写的线索");
    browser.set(browser.find(".place label:nth-of-type(1) input"), "111.6");
    browser.set(browser.find(".place label:nth-of-type(2) input"), "26.45");
    browser.find(".place [role=status]", "冷水滩区");
    browser.network(false);
    try {
      browser.find(".offline-line", "连接不到服务器");
      browser.click(".report-form button", "提交");
      browser.find(".report-form .message.bad", "连接不到服务器");
      browser.picture("offline-public");
    } finally {
      browser.network(true);
    }
    browser.until(page -> browser.texts(".offline-line").equals(List.of("")));
    browser.click(".report-form button", "提交");
    browser.find(".receipt");
  }
}
