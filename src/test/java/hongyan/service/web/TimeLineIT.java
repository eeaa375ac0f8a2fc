package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.whole.Program;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** The time line of the map over versions of one zone: what lay where, and when that changed. */
@ExtendWith(Stage.class)
class TimeLineIT {
  private static final String ZONE = "HAB-IT-MOVED";
  private static final LocalDate SECOND = SmallCity.TODAY.minusDays(200);
  private static final LocalDate THIRD = SmallCity.TODAY.minusDays(40);

  /** Where the first and second version lie, apart; the third has the second's place again. */
  private static final double FORMER = 111.90;

  private static final double LATER = 112.00;

  @Test
  void showsOfAZoneThePolygonThatWasInForceThen(Browser browser, Program program) throws Exception {
    enter(program, SmallCity.TODAY.minusDays(900), FORMER);
    enter(program, SECOND, LATER);
    enter(program, THIRD, LATER);
    assertThat(cardAt(browser, FORMER, SECOND.minusDays(1))).contains("示例移动湿地", "版本\n1");
    assertThat(cardAt(browser, LATER, SECOND.minusDays(1))).isEmpty();
    assertThat(cardAt(browser, LATER, SECOND)).contains("示例移动湿地", "版本\n2");
    assertThat(cardAt(browser, FORMER, SECOND)).isEmpty();
    assertThat(cardAt(browser, LATER, THIRD)).contains("版本\n3");
    marksEachChange(browser);
    browser.picture("map-versions");
  }

  /**
   * Both changes lie within the year; no version that is in force at its ends tells of the first.
   */
  private static void marksEachChange(Browser browser) {
    browser.go("/map");
    for (LocalDate day : new LocalDate[] {SECOND, THIRD}) {
      browser.find(".line-mark.version[data-day='%s']".formatted(day));
    }
    browser.find(".line-mark.season"); // the city's passes open and close within every year
    browser.set(browser.find("#timeline input[type=date]"), SECOND.plusDays(1).toString());
    browser.until(
        page -> {
          if (browser.address().contains("day=" + SECOND)) {
            return true;
          }
          browser.find("#timeline button[aria-label^='上一次变化']").click();
          return null;
        });
    browser.find(".line-changed", "示例移动湿地第 2 版 新版本生效");
  }

  /**
   * Clicks the middle of the map, which is at the place; returns what the card says, or nothing.
   */
  private static String cardAt(Browser browser, double lon, LocalDate day) {
    browser.go("/map?day=%s&at=%s,25.45,12.5&hide=patrol.alerts".formatted(day, lon + 0.015));
    browser.find(".line-season", "迁飞通道");
    browser.clickAt(browser.find("#map"), 0.5, 0.5);
    // A single click is one only after no second came for a quarter of a second.
    browser.script(
        "return new Promise((done) => setTimeout(() => requestAnimationFrame(done), 400))");
    return browser.driver().findElements(By.cssSelector("#card:not([hidden])")).stream()
        .map(card -> card.getText())
        .findFirst()
        .orElse("");
  }

  private static void enter(Program program, LocalDate from, double west) throws Exception {
    String form =
        """
        {"name":"示例移动湿地","kind":"habitat","validFrom":"%1$sT00:00:00+08:00","illustrative":true,
         "seasons":[{"from":"01-01","to":"12-31"}],
         "geometry":{"type":"Polygon","coordinates":[[[%2$.2f,25.43],[%3$.2f,25.43],[%3$.2f,25.47],[%2$.2f,25.47],[%2$.2f,25.43]]]}}"""
            .formatted(from, west, west + 0.03);
    Program.Answer answer = program.put("/api/v1/zones/" + ZONE, form);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }
}
