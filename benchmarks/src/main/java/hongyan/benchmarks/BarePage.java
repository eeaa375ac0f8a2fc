package hongyan.benchmarks;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A page in Chromium without a window, to be timed. */
final class BarePage implements AutoCloseable {
  private static final String PAN =
      """
      const done = arguments[arguments.length - 1];
      const map = document.getElementById('map');
      const [width, height] = [map.clientWidth, map.clientHeight];
      const at = (kind, x, y) => map.querySelector('.ol-viewport').dispatchEvent(new PointerEvent(kind, {
        bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, button: 0,
        buttons: kind === 'pointerup' ? 0 : 1, pointerType: 'mouse',
        clientX: map.getBoundingClientRect().left + x, clientY: map.getBoundingClientRect().top + y}));
      const frames = [];
      let last = performance.now();
      const begun = last;
      at('pointerdown', width / 2, height / 2);
      const step = (now) => {
        frames.push(now - last);
        last = now;
        const turn = (now - begun) / 2000;
        if (turn < 1) {
          at('pointermove', width / 2 + 200 * Math.sin(turn * 6), height / 2 + 120 * Math.sin(turn * 4));
          requestAnimationFrame(step);
        } else {
          at('pointerup', width / 2, height / 2);
          done([Math.max(...frames.slice(1)), frames.length / ((now - begun) / 1000)]);
        }
      };
      requestAnimationFrame(step);
      """;

  private final ChromeDriver driver;
  private final URI address;

  private BarePage(ChromeDriver driver, URI address) {
    this.driver = driver;
    this.address = address;
  }

  static boolean isInstalled() {
    return onPath("chromium").isPresent() && onPath("chromedriver").isPresent();
  }

  static BarePage open(URI address) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath("chromium").orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(onPath("chromedriver").orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().window().setSize(new Dimension(1440, 900));
    return new BarePage(driver, address);
  }

  private static Optional<Path> onPath(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void logIn(String account, String password) {
    open("/login");
    await("return document.documentElement.dataset.ready ?? null");
    driver.findElement(By.cssSelector("input[autocomplete=username]")).sendKeys(account);
    driver.findElement(By.cssSelector("input[autocomplete=current-password]")).sendKeys(password);
    driver.findElement(By.cssSelector("form button")).click();
    await("return location.pathname === '/login' ? null : true");
  }

  void forgetCache() {
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
  }

  void open(String path) {
    driver.get(address.resolve(path).toString());
  }

  void await(String script) {
    new WebDriverWait(driver, Duration.ofMinutes(2), Duration.ofMillis(20))
        .until(page -> driver.executeScript(script));
  }

  double millis(String expression) {
    return number(driver.executeScript("return " + expression));
  }

  /** Returns what the page and all that it loaded took, headers and all, as it was sent. */
  double bytes() {
    return millis(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
            + ".reduce((sum, each) => sum + each.transferSize, 0)");
  }

  /** Drags the map about for two seconds; returns the longest frame in ms, and frames a second. */
  double[] pan() {
    List<?> answer = (List<?>) driver.executeAsyncScript(PAN);
    return new double[] {number(answer.get(0)), number(answer.get(1))};
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
