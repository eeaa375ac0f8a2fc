package hongyan.service.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.records.Json;
import hongyan.service.evidence.verify.Layout;
import hongyan.service.evidence.verify.Zips;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is in a package. */
class PackageTest {
  @TempDir private Path folder;
  private Map<String, byte[]> files = Map.of();

  @BeforeEach
  void make() throws IOException {
    files = Zips.read(new Packages(folder).make(3));
  }

  @Test
  void holdsTheRecordsByteForByte() {
    assertThat(text(Layout.RECORDS + "findings.ndjson").lines()).hasSize(3);
    assertThat(text(Layout.RECORDS + "findings-last.json")).isEqualTo("{\n \"receipt\": {}}");
  }

  @Test
  void saysOnItsFirstPageWhatIsALeadOnly() throws IOException {
    try (var pdf = Loader.loadPDF(files.get(Layout.PAYLOAD + "summary.pdf"))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(1);
      assertThat(stripper.getText(pdf).replaceAll("\\s", ""))
          .contains("4条记录中有1条仅为线索", "第四十一条", "net&<poison>", "已技术审核");
    }
  }

  @Test
  void hasAManifestForMachines() {
    JsonNode manifest = Json.MAPPER.readTree(files.get(Layout.PAYLOAD + "manifest.json"));
    assertThat(manifest.path("recordCount").asInt()).isEqualTo(4);
    assertThat(manifest.path("leadsOnly").asInt()).isEqualTo(1);
    assertThat(manifest.path("usable").asBoolean()).isFalse();
    assertThat(manifest.path("records").get(1).path("line").asInt()).isEqualTo(2);
    assertThat(manifest.path("history").get(0).path("who").asString()).isEqualTo("wang");
    assertThat(manifest.path("missing").get(0).asString()).startsWith("permit/P-1");
  }

  @Test
  void drawsItsOwnMap() {
    assertThat(text(Layout.PAYLOAD + "map.svg"))
        .contains("某通道（第 2 版）", "<circle", "<path d=\"M", " km</text>")
        .doesNotContain("NaN", "Infinity");
    assertThat(text(Layout.PAYLOAD + "zones/FLY-1-2.geojson")).contains("\"Feature\"", "公告 1 号");
  }

  @Test
  void givesNoPathOutOfAnId() {
    assertThat(Gathering.safe("../../etc")).isEqualTo("_.._.._etc");
    assertThat(Gathering.safe("violation|a:b")).isEqualTo("violation_a_b");
  }

  private String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }
}
