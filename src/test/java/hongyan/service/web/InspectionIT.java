package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.whole.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inspectors' page as they use it. */
@ExtendWith(Stage.class)
class InspectionIT {

  @Test
  void opensAFigureIntoTheRecordsThatItIsMadeOf(Browser browser) {
    browser.go("/inspection");
    browser.choose("部分", "候鸟保护");
    browser.until(page -> browser.address().contains("section=birds") ? true : null);
    browser.click("tr:has(.target-title) .open-figure", "条");
    browser.find("#opened h2");
    browser.settle();
    assertThat(browser.texts("#opened dt")).contains("法律依据", "算法");
    browser.find("#opened table tbody tr");
  }

  @Test
  void narrowsTheTargetsToALight(Browser browser) {
    browser.go("/inspection");
    browser.find(".light-count.green").click();
    assertThat(browser.address()).contains("light=green");
    browser.until(
        page ->
            browser.texts("td .chip").stream().allMatch(light -> light.contains("绿灯"))
                ? true
                : null);
  }

  @Test
  void downloadsTheReport(Browser browser) throws Exception {
    browser.go("/inspection?view=reports");
    browser.find("button[data-format=csv]").click();
    assertThat(Files.readString(browser.downloaded(".csv"))).contains("PM2.5");
    browser.find("button[data-format=pdf]").click();
    byte[] pdf = Files.readAllBytes(browser.downloaded(".pdf"));
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void showsTheLedgerWithItsFunnelAndMovesAProblemOn(Browser browser, Program program)
      throws Exception {
    Program.Answer entered =
        program.post(
            "/api/v1/inspection/problems",
            "application/json",
            """
            {"id":"web-1","campaign":"blue-sky","county":"431103","problem":"料堆未覆盖","kinds":["with-deadline"],"foundOn":"%s","deadline":"%s"}"""
                .formatted(SmallCity.TODAY.minusDays(3), SmallCity.TODAY.plusDays(10)));
    assertThat(entered.status()).as("%s", entered.body()).isEqualTo(201);
    browser.go("/inspection?view=ledger");
    browser.find(".funnel b", "1");
    browser.click("tbody button", "web-1");
    browser.find("h2", "料堆未覆盖");
    browser.click("button", "整改中");
    browser.find("tbody td", "整改中");
    assertThat(program.get("/api/v1/inspection/problems/web-1").get("state").asString())
        .isEqualTo("rectifying");
  }

  @Test
  void verifiesAPackageAndNoticesATamperedOne(Browser browser, Program program) throws Exception {
    Path folder = Files.createTempDirectory("hongyan-evidence-");
    Path genuine = folder.resolve("genuine.zip");
    Files.write(genuine, program.getBytes("/api/v1/alerts/violation-web-sale-1/evidence"));
    browser.go("/inspection?view=evidence");
    browser.drop(browser.find(".drop"), genuine);
    browser.find(".verdict-word[data-verdict=intact]");
    browser.picture("inspection-evidence-intact");
    browser.drop(browser.find(".drop"), tampered(genuine, folder.resolve("tampered.zip")));
    browser.find(".verdict-word[data-verdict=broken]");
    browser.find(".verified .chip", "不成立");
    browser.picture("inspection-evidence-broken");
    browser.assertAccessible("a broken package");
  }

  /** Changes one byte of the first of its records. */
  static Path tampered(Path genuine, Path copy) throws IOException {
    boolean done = false;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(genuine));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (!done && entry.getName().contains("data/records/") && bytes.length > 10) {
          bytes[bytes.length / 2] ^= 1;
          done = true;
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
      }
    }
    assertThat(done).as("a record was changed").isTrue();
    return copy;
  }
}
