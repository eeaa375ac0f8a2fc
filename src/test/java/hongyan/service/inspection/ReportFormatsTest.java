package hongyan.service.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Pollutant;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.documents.Language;
import hongyan.service.inspection.InspectionFixtures.Stores;
import hongyan.service.problems.LedgerFixture;
import hongyan.service.problems.Problem;
import hongyan.service.problems.ProblemKind;
import hongyan.service.problems.ProblemState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report says the same in every format. */
@OnBothDatabases
class ReportFormatsTest {
  private static final String TODAY = "2024-12-15";
  private static final Stores STORES =
      new Stores()
          .withDays(
              "431100",
              2024,
              InspectionFixtures.year(
                  2024,
                  date ->
                      InspectionFixtures.day(
                          date,
                          date.getDayOfYear() % 97 == 0 ? 231 : 20 + date.getDayOfYear() % 90,
                          InspectionFixtures.with(
                              Pollutant.PM25, 15 + date.getDayOfYear() % 41 + ".4"))))
          .withDays("431127", 2024, InspectionFixtures.cleanYear(2024))
          .withAlerts(
              2024,
              InspectionFixtures.pollution("reminder", "431102", 71),
              InspectionFixtures.violations(1, "431127", 13))
          .withProblems(entries());

  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(
              new InspectionController(
                  InspectionFixtures.inspection(STORES, TODAY),
                  InspectionFixtures.reporting(STORES, TODAY),
                  InspectionFixtures.page()))
          .build();

  private static List<Problem> entries() {
    List<Problem> entries = new ArrayList<>();
    for (int i = 0; i < 43; i++) {
      entries.add(
          LedgerFixture.problem(
              "v" + i,
              i % 3 == 0 ? "blue-sky" : "voc-screening",
              "企业" + i / 2,
              Set.of(i % 2 == 0 ? ProblemKind.AT_ONCE : ProblemKind.WITH_DEADLINE),
              ProblemState.values()[i % 5]));
    }
    return entries;
  }

  private byte[] report(String query) throws Exception {
    var answer = mvc.perform(get("/api/v1/inspection/report?" + query)).andReturn().getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    return answer.getContentAsByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "2024,,zh",
    "2024,431127,zh",
    "2024-H1,,zh",
    "2024-Q2,431127,en",
    "2024-05,,zh",
    "2024,,en"
  })
  void saysTheSameInEveryFormat(String period, String county, String lang) throws Exception {
    String query =
        "period=%s&lang=%s%s".formatted(period, lang, county == null ? "" : "&county=" + county);
    Map<String, String> expected = expected(period, county, lang);
    assertThat(expected).hasSizeGreaterThan(period.equals("2024") ? 400 : 40);
    assertThat(json(report(query))).isEqualTo(expected);
    assertThat(csv(report(query + "&format=csv"))).isEqualTo(expected);
    assertThat(xlsx(report(query + "&format=xlsx"))).isEqualTo(expected);
    byte[] html = report(query + "&format=html");
    assertThat(html(html)).isEqualTo(withoutEmpty(expected));
    byte[] pdf = report(query + "&format=pdf");
    keepToLookAt("report-%s-%s-%s".formatted(period, county, lang), html, pdf);
    assertPdfSays(pdf, Jsoup.parse(new String(html, StandardCharsets.UTF_8)));
  }

  /** All figures by id; the tables flatten the report, so they are what is compared with. */
  private static Map<String, String> expected(String period, String county, String lang) {
    Language language = Language.of(lang, null);
    Report report =
        InspectionFixtures.reporting(STORES, TODAY)
            .report(CivilPeriod.parse(period), county, language);
    Map<String, String> figures = new TreeMap<>();
    for (ReportLine line : ReportLine.of(report, language)) {
      if (!line.part().equals("sums")) {
        assertThat(figures.put(line.id(), plain(line.figure()))).as(line.id()).isNull();
      }
    }
    return figures;
  }

  private static String plain(BigDecimal figure) {
    return figure == null ? "" : figure.stripTrailingZeros().toPlainString();
  }

  private static Map<String, String> withoutEmpty(Map<String, String> figures) {
    Map<String, String> filled = new TreeMap<>(figures);
    filled.values().removeIf(String::isEmpty);
    return filled;
  }

  private static Map<String, String> json(byte[] body) {
    JsonNode report = new JsonMapper().readTree(body);
    Map<String, String> figures = new TreeMap<>();
    for (String part : List.of("sections", "counties")) {
      for (JsonNode section : report.get(part)) {
        for (JsonNode item : section.get("items")) {
          figures.put(item.get("id").asString(), number(item.get("actual")));
        }
      }
    }
    for (JsonNode campaign : report.at("/ledger/campaigns")) {
      for (LedgerCount.Counted each : LedgerCount.Counted.values()) {
        figures.put(
            campaign.get("id").asString() + "/" + each.field(),
            number(campaign.get("funnel").get(each.field())));
      }
    }
    for (JsonNode month : report.at("/air/months")) {
      figures.put("pm25/" + month.get("period").asString(), number(month.get("value")));
    }
    for (JsonNode day : report.at("/air/days")) {
      figures.put("aqi/" + date(day.get("date")), number(day.get("aqi")));
    }
    return figures;
  }

  private static String date(JsonNode date) {
    return date.isArray()
        ? LocalDate.of(date.get(0).asInt(), date.get(1).asInt(), date.get(2).asInt()).toString()
        : date.asString();
  }

  private static String number(JsonNode node) {
    return node == null || node.isNull() ? "" : plain(new BigDecimal(node.asString()));
  }

  private static Map<String, String> csv(byte[] body) throws IOException {
    String text = new String(body, StandardCharsets.UTF_8).substring(1);
    Map<String, String> figures = new TreeMap<>();
    try (var parser = CSVFormat.EXCEL.parse(new StringReader(text))) {
      for (CSVRecord line : parser.stream().skip(1).toList()) {
        if (!line.get(0).equals("sums")) {
          figures.put(line.get(1), line.get(5).isEmpty() ? "" : plain(new BigDecimal(line.get(5))));
        }
      }
    }
    return figures;
  }

  private static Map<String, String> xlsx(byte[] body) throws IOException {
    Map<String, String> figures = new TreeMap<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(body))) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          if (row.getRowNum() > 0 && !row.getCell(0).getStringCellValue().equals("sums")) {
            Cell figure = row.getCell(5);
            figures.put(
                row.getCell(1).getStringCellValue(),
                figure == null ? "" : plain(BigDecimal.valueOf(numeric(figure))));
          }
        }
      }
    }
    return figures;
  }

  private static double numeric(Cell figure) {
    assertThat(figure.getCellType()).isEqualTo(CellType.NUMERIC);
    return figure.getNumericCellValue();
  }

  private static Map<String, String> html(byte[] body) {
    Map<String, String> figures = new TreeMap<>();
    for (Element element :
        Jsoup.parse(new String(body, StandardCharsets.UTF_8)).select("[data-figure]")) {
      String id = element.attr("data-figure");
      String text = element.text().replaceAll("[*–]", "");
      if (!id.isEmpty() && !text.isEmpty()) {
        String said = plain(new BigDecimal(text));
        String before = figures.put(id, said);
        assertThat(before == null || before.equals(said)).as(id).isTrue();
      }
    }
    return figures;
  }

  /** What stands in a row of the page stands in one piece in the text of the PDF. */
  private static void assertPdfSays(byte[] pdf, Document page) throws IOException {
    String text;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      text = squeezed(new PDFTextStripper().getText(document));
    }
    for (Element row : page.select("tr:has(td[data-figure])")) {
      String said =
          row.select("> td:not(:has(a, span)), > th:not(:has(a, span))").stream()
              .takeWhile(cell -> !cell.hasClass("after"))
              .map(Element::text)
              .collect(Collectors.joining());
      String title = row.child(0).text();
      String figures =
          row.select("> td.figure").stream().map(Element::text).collect(Collectors.joining());
      assertThat(text).as(said).contains(squeezed(title)).contains(squeezed(figures));
    }
    for (Element figure : page.select("svg text[data-figure]")) {
      assertThat(text).contains(squeezed(figure.text()));
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  private static void keepToLookAt(String name, byte[] html, byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "looks"));
    Files.write(folder.resolve(name + ".html"), html);
    Files.write(folder.resolve(name + ".pdf"), pdf);
  }

  @Test
  void everyFigureHasAFootnoteAndThoseOfThePlatformALinkToTheirRecords() {
    Report report =
        InspectionFixtures.reporting(STORES, TODAY)
            .report(CivilPeriod.ofYear(2024), null, Language.ZH);
    assertThat(ReportLine.of(report, Language.ZH))
        .allSatisfy(line -> assertThat(line.footnote()).as(line.id()).isNotBlank())
        .filteredOn(line -> !line.source().equals("declared") && !line.part().equals("sums"))
        .allSatisfy(line -> assertThat(line.records()).as(line.id()).startsWith("/api/v1/"))
        .allSatisfy(line -> assertThat(line.query()).as(line.id()).startsWith("/api/v1/"));
  }

  @Test
  void countsTheLedgerBesideWhatTheGazetteDeclares() {
    Inspection inspection = InspectionFixtures.inspection(STORES, TODAY);
    TargetFigure found = inspection.find("voc-problems-found", Language.ZH).orElseThrow();
    assertThat(found.source()).isEqualTo("ledger");
    assertThat(found.actual()).isEqualTo("28");
    assertThat(found.declared()).isEqualTo("269");
    TargetFigure none = inspection.find("petrol-vapour-problems", Language.ZH).orElseThrow();
    assertThat(none.source()).isEqualTo("declared");
    assertThat(none.actual()).isEqualTo("87");
  }

  @Test
  void showsASumOfTheLedgerThatDoesNotAddUp() {
    TargetFigure blueSky =
        InspectionFixtures.inspection(STORES, TODAY)
            .find("blue-sky-enterprises", Language.ZH)
            .orElseThrow();
    assertThat(blueSky.sums()).extracting(SumCheck::of).containsExactly("declared", "ledger");
    assertThat(blueSky.sums()).allMatch(SumCheck::consistent);
    TargetFigure listed =
        InspectionFixtures.inspection(
                new Stores()
                    .withProblems(
                        List.of(
                            LedgerFixture.problem(
                                "s",
                                "city-supervision",
                                null,
                                Set.of(ProblemKind.SEALED),
                                ProblemState.FOUND))),
                TODAY)
            .find("city-supervision-problems", Language.ZH)
            .orElseThrow();
    assertThat(listed.sums().get(1))
        .returns("ledger", SumCheck::of)
        .returns(false, SumCheck::consistent)
        .satisfies(sum -> assertThat(sum.difference()).isEqualTo("-1"));
  }
}
