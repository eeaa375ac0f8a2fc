package hongyan.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {
  private static final URI BASE = URI.create("http://hongyan.example/api/v1/");
  private static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");
  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>证据摘要</title>
      <style>body { font: 12pt serif } h1 { font-size: 18pt }
        table { border-collapse: collapse } td { border: 1px solid #888; padding: 4pt }</style></head>
      <body><h1>永州市候鸟迁飞通道 线索</h1>
      <p>2024年10月22日，<b>蓝山县</b>　PM<sub>2.5</sub> 35 µg/m³，≤ 目标，<a href="/api/v1/alerts/1">记录</a>。
      生僻字：喆堃翀镕〇，无字形：\uD850\uDEAB。</p>
      <table><tr><td>宁远县</td><td>零陵区</td></tr></table>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" width="400" height="200">
        <rect x="0" y="0" width="400" height="200" fill="#f4f4f0" stroke="#444444"/>
        <g font-size="12"><text x="20" y="30">漏斗图一</text>
        <text x="380" y="30" text-anchor="end" font-weight="bold">右端</text></g>
        <polyline points="20,180 100,120 200,150 380,60" fill="none" stroke="#c8102e" stroke-width="2"/>
        <polygon points="50,60 90,60 70,100" fill="#1a9850"/>
        <circle cx="200" cy="150" r="5" fill="#225ea8"/>
        <path d="M250 60 H300 V100 L275 110 Z" fill="none" stroke="#225ea8" stroke-dasharray="4 2"/>
        <line x1="20" y1="180" x2="380" y2="180" stroke="#000000"/>
      </svg></body></html>
      """;

  @Test
  void chineseCanBeReadOutOfThePageAndOutOfThePicture() throws IOException {
    byte[] pdf = Pdf.of(PAGE, BASE, MADE);
    keepToLookAt(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("永州市候鸟迁飞通道 线索", "蓝山县", "生僻字：喆堃翀镕〇", "宁远县", "漏斗图一", "右端");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("证据摘要");
    }
  }

  @Test
  void aCharacterWithoutGlyphIsSeenToBeMissing() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdf.of(PAGE, BASE, MADE))) {
      assertThat(new PDFTextStripper().getText(document)).contains(Typeface.MISSING);
    }
  }

  @Test
  void everyFontIsEmbeddedAndOnlyWhatIsUsedOfIt() throws IOException {
    byte[] pdf = Pdf.of(PAGE, BASE, MADE);
    assertThat(pdf.length).isLessThan(100_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> names = new ArrayList<>();
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        names.add(font.getName());
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      }
      assertThat(names).hasSize(2).allMatch(name -> name.matches("[A-Z]{6}\\+NotoSansSC-.*"));
    }
  }

  @Test
  void theSameHtmlGivesTheSameBytes() {
    assertThat(Pdf.of(PAGE, BASE, MADE)).isEqualTo(Pdf.of(PAGE, BASE, MADE));
  }

  @Test
  void linksLeadSomewhereFromOutside() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdf.of(PAGE, BASE, MADE))) {
      assertThat(links(document.getPage(0)))
          .containsExactly("http://hongyan.example/api/v1/alerts/1");
    }
  }

  @Test
  void nothingIsFetchedFromOutside() throws IOException {
    Path secret = Files.createTempFile("secret", ".css");
    Files.writeString(secret, "p::after { content: 'leaked' }");
    String page =
        "<html><head><link rel=\"stylesheet\" href=\"%s\"></head><body><p>甲</p><img src=\"%s\">"
            .formatted(secret.toUri(), secret.toUri());
    try (PDDocument document = Loader.loadPDF(Pdf.of(page, BASE, MADE))) {
      assertThat(new PDFTextStripper().getText(document)).contains("甲").doesNotContain("leaked");
    }
  }

  @Test
  void theTypefaceHasEveryCharacterOfTheNationalTable() throws IOException {
    List<Integer> wanted = new ArrayList<>();
    for (String code : resource("/documents/characters.txt").split(",")) {
      wanted.add(Integer.parseInt(code.trim(), 16));
    }
    for (String weight : List.of("Regular", "Bold")) {
      byte[] woff = bytes("/fonts/NotoSansSC-%s.woff".formatted(weight));
      assertThat(woff.length).isLessThan(2_000_000);
      try (TrueTypeFont font =
          new TTFParser().parse(new RandomAccessReadBuffer(Woff.unpack(woff)))) {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        long han = wanted.stream().filter(Character::isIdeographic).count();
        assertThat(han).isGreaterThanOrEqualTo(8105);
        assertThat(wanted)
            .filteredOn(Character::isIdeographic)
            .allMatch(character -> glyphs.getGlyphId(character) != 0);
      }
    }
  }

  private static String resource(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = PdfTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static List<String> links(PDPage page) throws IOException {
    return page.getAnnotations().stream()
        .filter(PDAnnotationLink.class::isInstance)
        .map(each -> ((PDActionURI) ((PDAnnotationLink) each).getAction()).getURI())
        .toList();
  }

  private static void keepToLookAt(byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "looks"));
    Files.write(folder.resolve("page.pdf"), pdf);
  }
}
