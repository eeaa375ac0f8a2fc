package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.whole.Program;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** The page for everybody, and the pages of those who log in. */
@ExtendWith(Stage.class)
class PublicIT {

  @Test
  void reportsAConductWithPhotoAndPlaceAndFollowsItByItsReceipt(Browser browser, Program program)
      throws Exception {
    Path photo = Files.createTempDirectory("hongyan-photo-").resolve("net.jpg");
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", photo.toFile());
    browser.go("/public");
    browser.find("form textarea").sendKeys("河滩上有一张网");
    browser.set(browser.find(".place label:nth-of-type(1) input"), "111.6");
    browser.set(browser.find(".place label:nth-of-type(2) input"), "26.45");
    browser.find(".place [role=status]", "冷水滩区");
    browser.driver().findElement(By.cssSelector("input[type=file]")).sendKeys(photo.toString());
    browser.find(".previews img");
    browser.find("input[type=tel]").sendKeys("13800000000");
    browser.click(".report-form button", "提交");
    String receipt = browser.find(".receipt").getText();
    browser.find("#progress dd", "收到");
    browser.picture("public-receipt");
    assertThat(program.get("/api/v1/public/reports/" + receipt).get("receipt").asString())
        .isEqualTo(receipt);
    browser.go("/public?receipt=" + receipt);
    browser.find("#progress dd b");
  }

  @Test
  void asksForThePlaceBeforeItSends(Browser browser) {
    browser.go("/public");
    browser.find("form textarea").sendKeys("没有地点");
    browser.click(".report-form button", "提交");
    browser.find(".message.bad", "地点");
  }

  @Test
  void showsTheAirAndTheSeasonsInForce(Browser browser) {
    browser.go("/public");
    assertThat(browser.find("#air b").getText()).startsWith("永州市 · ");
    assertThat(browser.texts("#zones tbody th")).contains("蓝山南风坳候鸟迁徙通道");
  }

  @Test
  void letsInOnlyWhoLogsInAndShowsEachOnlyTheirParts(Browser browser) {
    try {
      browser.driver().manage().deleteAllCookies();
      browser.driver().get(browser.at("/inspection?view=reports"));
      browser.until(page -> browser.address().contains("/login?then=") ? true : null);
      browser.find("input[autocomplete=username]").sendKeys(SmallCity.INSPECTOR);
      browser.find("input[autocomplete=current-password]").sendKeys("wrong");
      browser.click("form button", "登录");
      browser.find(".message.bad");
      browser.find("input[autocomplete=current-password]").clear();
      browser.find("input[autocomplete=current-password]").sendKeys(SmallCity.PASSWORD);
      browser.click("form button", "登录");
      browser.find("h2", "报告");
      assertThat(browser.address()).contains("/inspection?view=reports");
      assertThat(browser.texts("#bar nav a")).containsExactly("检查", "公众");
      browser.go("/account");
      browser.find("dd", "检查员");
      browser.click("#bar button", "退出");
      browser.until(page -> browser.address().contains("/login") ? true : null);
    } finally {
      browser.driver().manage().deleteAllCookies();
      browser.logIn(SmallCity.OFFICER, SmallCity.PASSWORD);
    }
  }
}
