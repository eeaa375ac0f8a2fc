package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openqa.selenium.Dimension;

/** Pictures of the pages of one program on a laptop, a wall and a phone, in both themes. */
final class Screens {
  private static final Map<String, Dimension> SIZES =
      Map.of(
          "laptop",
          new Dimension(1440, 900),
          "wall",
          new Dimension(2560, 1440),
          "phone",
          new Dimension(390, 844));

  private Screens() {}

  /** Takes them all, and asserts of each page that nobody has to scroll sideways. */
  static void takeAll(Browser browser, String name, String day, String alert) throws Exception {
    try {
      for (var size : SIZES.entrySet()) {
        browser.screen(size.getValue().getWidth(), size.getValue().getHeight());
        for (var page : pages(day, alert).entrySet()) {
          picture(browser, page.getValue(), "light", name(name, page.getKey(), size.getKey()));
        }
        picture(browser, "/map?span=365", "dark", name(name, "map-dark", size.getKey()));
        picture(browser, "/air", "dark", name(name, "air-now-dark", size.getKey()));
      }
    } finally {
      browser.screen(1440, 900);
      browser.script("localStorage.clear()");
    }
  }

  private static String name(String... parts) {
    return String.join("-", parts);
  }

  private static Map<String, String> pages(String day, String alert) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("map", "/map?span=365");
    pages.put("map-alert", "/map?day=%s&span=30&alert=%s".formatted(day, alert));
    pages.put("air-now", "/air");
    pages.put("air-curves", "/air?view=curves");
    pages.put("air-calendar", "/air?view=calendar");
    pages.put("air-target", "/air?view=target");
    pages.put("air-warnings", "/air?view=warnings");
    pages.put("air-review", "/air?view=review");
    pages.put("inspection-targets", "/inspection");
    pages.put("inspection-ledger", "/inspection?view=ledger");
    pages.put("public", "/public");
    return pages;
  }

  private static void picture(Browser browser, String path, String theme, String name)
      throws Exception {
    browser.go(path + (path.contains("?") ? "&" : "?") + "theme=" + theme);
    browser.assertFits(name);
    browser.picture(name);
    assertThat(browser.complaints()).as("console on " + name).isEmpty();
  }
}
