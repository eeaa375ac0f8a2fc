package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Dimension;

/**
 * Every page in both themes: nothing that WCAG 2.2 AA forbids, no complaint of the console, nothing
 * asked of another host. A picture of each is kept in {@code target/screenshots} to be looked at.
 */
@ExtendWith(Stage.class)
class LooksIT {
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("home", "/"),
          Map.entry("map", "/map?day=%s&span=365".formatted(SmallCity.TODAY)),
          Map.entry(
              "map-alert",
              "/map?day=%s&span=30&alert=%s"
                  .formatted(SmallCity.SMOKE.plusDays(5), SmallCity.SMOKE_ALERT)),
          Map.entry("air-now", "/air"),
          Map.entry("air-curves", "/air?view=curves"),
          Map.entry("air-calendar", "/air?view=calendar"),
          Map.entry("air-target", "/air?view=target"),
          Map.entry("air-warnings", "/air?view=warnings"),
          Map.entry("air-review", "/air?view=review"),
          Map.entry("inspection-targets", "/inspection"),
          Map.entry("inspection-ledger", "/inspection?view=ledger"),
          Map.entry("inspection-reports", "/inspection?view=reports"),
          Map.entry("inspection-evidence", "/inspection?view=evidence"),
          Map.entry("public", "/public"),
          Map.entry("login", "/login"),
          Map.entry("setup", "/setup?code=none"),
          Map.entry("account", "/account"));

  static Stream<Arguments> pagesAndThemes() {
    return PAGES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            page ->
                Stream.of("light", "dark")
                    .map(theme -> Arguments.of(page.getKey(), page.getValue(), theme)));
  }

  @ParameterizedTest(name = "{0} in {2}")
  @MethodSource("pagesAndThemes")
  void isReadableForEverybody(String name, String path, String theme, Browser browser)
      throws Exception {
    browser.complaints();
    browser.askedElsewhere();
    browser.go(with(path, "theme=" + theme));
    browser.picture(name + "-" + theme);
    browser.assertAccessible(name + " in " + theme);
    assertThat(browser.complaints()).as("console on " + name).isEmpty();
    assertThat(browser.askedElsewhere()).as("other hosts on " + name).isEmpty();
  }

  @Test
  void speaksEnglishWhereAsked(Browser browser) throws Exception {
    browser.go("/air");
    try {
      browser.click("#language", "English");
      readInEnglish(browser);
      browser.click("#language", "中文");
      browser.find("h1", "候鸟");
    } finally {
      browser.script("localStorage.clear()");
    }
  }

  private static void readInEnglish(Browser browser) throws Exception {
    browser.find("h1", "Air quality of");
    browser.settle();
    assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
    browser.picture("air-english");
    browser.go("/map?day=%s&span=30".formatted(SmallCity.SMOKE.plusDays(5)));
    browser.find(".entry", "smoke");
    browser.picture("map-english");
  }

  @Test
  void fitsAPhoneAndAWall(Browser browser) throws Exception {
    try {
      for (String page : List.of("map", "air-now", "inspection-targets", "public")) {
        for (Dimension size : List.of(new Dimension(390, 844), new Dimension(2560, 1440))) {
          browser.screen(size.getWidth(), size.getHeight());
          browser.go(String.valueOf(PAGES.get(page)));
          browser.picture(page + "-" + size.getWidth());
          browser.assertFits("%s at %s".formatted(page, size));
        }
      }
    } finally {
      browser.screen(1440, 900);
    }
  }

  private static String with(String path, String part) {
    return path + (path.contains("?") ? "&" : "?") + part;
  }
}
