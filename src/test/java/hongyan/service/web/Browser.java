package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a window, on the pages of one running program. */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private final ChromeDriver driver;
  private final URI address;
  private final Path downloads;

  private Browser(ChromeDriver driver, URI address, Path downloads) {
    this.driver = driver;
    this.address = address;
    this.downloads = downloads;
  }

  private static Optional<Path> chromium() {
    return onPath("chromium", "chromium-browser", "google-chrome");
  }

  /** Returns whether Chromium and its driver are on the path. */
  static boolean isInstalled() {
    return chromium().isPresent() && onPath("chromedriver").isPresent();
  }

  /** Opens one on the program at {@code address}. */
  static Browser open(URI address) throws IOException {
    Path driver = onPath("chromedriver").orElseThrow();
    Path downloads = Files.createTempDirectory("hongyan-downloads-");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver opened = new ChromeDriver(service, options(chromium().orElseThrow(), downloads));
    opened.manage().window().setSize(new Dimension(1440, 900));
    return new Browser(opened, address, downloads);
  }

  private static Optional<Path> onPath(String... names) {
    return Arrays.stream(names)
        .flatMap(
            name ->
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static ChromeOptions options(Path chromium, Path downloads) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=zh-CN",
        "--hide-scrollbars");
    if (System.getProperty("user.name").equals("root")) {
      options.addArguments("--no-sandbox"); // Chromium refuses to run as root with it
    }
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.SEVERE);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Logs in by the page, as a person does, and waits until it has led elsewhere. */
  Browser logIn(String account, String password) {
    go("/login");
    find("input[autocomplete=username]").sendKeys(account);
    find("input[autocomplete=current-password]").sendKeys(password);
    click("form button", "登录");
    until(page -> address().contains("/login") ? null : true);
    until(page -> script("return document.documentElement.dataset.ready ?? null"));
    return this;
  }

  /** Opens a page and waits until it says that it is ready. */
  Browser go(String path) {
    driver.get(at(path));
    until(page -> script("return document.documentElement.dataset.ready ?? null"));
    settle();
    return this;
  }

  /** Waits until no part of the page is loading, and what came is drawn. */
  Browser settle() {
    frames();
    until(
        page ->
            driver.findElements(By.cssSelector("[aria-busy=true], .state.loading")).isEmpty()
                ? true
                : null);
    frames();
    return this;
  }

  /** Waits for what is to be drawn with the next frame, such as the list beside the map. */
  private void frames() {
    until(
        page ->
            script(
                "return new Promise((done) =>"
                    + " requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"));
  }

  <T> T until(Function<WebDriver, T> condition) {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100))
        .ignoring(org.openqa.selenium.WebDriverException.class)
        .until(condition);
  }

  /** Returns the first element that fits, once it is there and shown. */
  WebElement find(String css) {
    return until(
        page ->
            driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
  }

  /** Returns the first element that fits and has the text within. */
  WebElement find(String css, String text) {
    return until(
        page ->
            driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .orElse(null));
  }

  List<String> texts(String css) {
    return until(
        page ->
            driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList());
  }

  /** Clicks the first that fits; again, where it was drawn anew in between. */
  void click(String css, String text) {
    until(
        page -> {
          WebElement element = find(css, text);
          script("arguments[0].scrollIntoView({block: 'center'})", element);
          element.click();
          return true;
        });
  }

  /** Chooses an entry of the list under a label. */
  void choose(String label, String words) {
    WebElement list = find("label.field", label).findElement(By.tagName("select"));
    new org.openqa.selenium.support.ui.Select(list).selectByVisibleText(words);
  }

  /** Sets the value of a field as a person's change would. */
  void set(WebElement field, String value) {
    script(
        "arguments[0].value = arguments[1];"
            + "for (const kind of ['input', 'change'])"
            + "  arguments[0].dispatchEvent(new Event(kind, {bubbles: true}))",
        field,
        value);
  }

  /** Drops a file on an element. */
  void drop(WebElement target, Path file) throws IOException {
    script(
        "const bytes = Uint8Array.from(atob(arguments[1]), (each) => each.charCodeAt(0));"
            + "const carried = new DataTransfer();"
            + "carried.items.add(new File([bytes], arguments[2]));"
            + "arguments[0].dispatchEvent(new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true}))",
        target,
        java.util.Base64.getEncoder().encodeToString(Files.readAllBytes(file)),
        String.valueOf(file.getFileName()));
  }

  @Nullable Object script(String code, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(code, arguments);
  }

  /**
   * Sets the screen that the page is shown on, in CSS pixels; a phone's has two pixels for each.
   */
  void screen(int width, int height) {
    boolean phone = width < 600;
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
  }

  /** Takes the network away from the page, or gives it back. */
  void network(boolean there) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline",
            !there,
            "latency",
            0,
            "downloadThroughput",
            there ? -1 : 0,
            "uploadThroughput",
            there ? -1 : 0));
  }

  /** Runs a script before those of every page that is opened from now on; returns its end. */
  Runnable beforeEachPage(String script) {
    Object id =
        driver
            .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
            .get("identifier");
    return () ->
        driver.executeCdpCommand(
            "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", id));
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses Tab until what fits has the focus: how a reader without a mouse gets there. */
  WebElement tabTo(String css, int most) {
    for (int at = 0; at < most; at++) {
      press(Keys.TAB);
      WebElement active = driver.switchTo().activeElement();
      if (Boolean.TRUE.equals(script("return arguments[0].matches(arguments[1])", active, css))) {
        return active;
      }
    }
    throw new AssertionError("%d times Tab do not lead to %s".formatted(most, css));
  }

  /** Clicks points of an element, given as shares of its width and height. */
  void clickAt(WebElement element, double... shares) {
    Dimension size = element.getSize();
    for (int at = 0; at < shares.length; at += 2) {
      int x = (int) Math.round((shares[at] - 0.5) * size.getWidth());
      int y = (int) Math.round((shares[at + 1] - 0.5) * size.getHeight());
      new Actions(driver).moveToElement(element, x, y).click().perform();
    }
  }

  /** Asserts that nothing is wider than the screen, so that nobody has to scroll sideways. */
  void assertFits(String name) {
    Object wider =
        script(
            "const root = document.documentElement; return root.scrollWidth > root.clientWidth + 1");
    assertThat(wider).as("%s scrolls sideways", name).isEqualTo(false);
  }

  /** Returns the whole address of a path. */
  String at(String path) {
    return address.resolve(path).toString();
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  /** Waits for a file that the browser was told to keep, whose name ends as told. */
  Path downloaded(String end) {
    return until(
        page -> {
          try (var files = Files.list(downloads)) {
            return files
                .filter(file -> file.toString().endsWith(end))
                .filter(file -> file.toFile().length() > 0)
                .findFirst()
                .orElse(null);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Keeps a picture of the page in {@code target/screenshots}. */
  void picture(String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Asserts that axe-core finds nothing on the page that WCAG 2.2 AA forbids. */
  void assertAccessible(String name) {
    List<String> faults =
        new AxeBuilder()
            .withTags(WCAG).analyze(driver).getViolations().stream().map(Browser::words).toList();
    assertThat(faults).as("axe on " + name).isEmpty();
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .limit(4)
            .map(node -> "\n    " + node.getHtml() + " " + node.getAny())
            .toList();
  }

  /** Returns what the console complained of since this was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Returns the addresses that were asked for on other hosts since this was asked last. */
  List<String> askedElsewhere() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> JSON.readTree(entry.getMessage()).get("message"))
        .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
        .map(message -> message.get("params").get("request"))
        .map((JsonNode request) -> request.get("url").asString())
        .filter(url -> url.startsWith("http") || url.startsWith("ws"))
        .filter(url -> !url.startsWith(address.toString()))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
