package hongyan.service.problems.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.errors.ErrorsFixture;
import hongyan.service.problems.LedgerFixture;
import hongyan.service.problems.Problem;
import hongyan.service.problems.ProblemFilter;
import hongyan.service.problems.ProblemKind;
import hongyan.service.problems.ProblemState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@OnBothDatabases
class LedgerFileTest {
  private static final String BASE = "/api/v1/inspection/problems";

  @TempDir Path folder;
  private LedgerFixture fixture;
  private MockMvc mvc;

  @BeforeEach
  void open() throws IOException {
    fixture = new LedgerFixture(Files.createDirectory(folder.resolve("one")));
    mvc = mvc(fixture);
  }

  private static MockMvc mvc(LedgerFixture fixture) {
    return MockMvcBuilders.standaloneSetup(
            new LedgerFileController(
                fixture.ledger,
                fixture.store,
                new ImportStore(fixture.jdbc),
                fixture.campaigns,
                fixture.city,
                fixture.lights,
                () -> fixture.person,
                fixture.transaction,
                LedgerFixture.CLOCK))
        .setControllerAdvice(new TableFaults(), ErrorsFixture.advice())
        .build();
  }

  private MockHttpServletResponse send(byte[] body, String query) throws Exception {
    return mvc.perform(
            post(BASE + "/import" + query).contentType("application/octet-stream").content(body))
        .andReturn()
        .getResponse();
  }

  private DocumentContext preview(byte[] body, String query) throws Exception {
    MockHttpServletResponse answer = send(body, query);
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(text).isEqualTo(200);
    return JsonPath.parse(text);
  }

  /** As a bureau keeps it: titles, group headings, merged counties, days in five forms, a sum. */
  private static byte[] asBureausKeepIt() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet("台账");
      row(sheet, 0, "永州市挥发性有机物排查整治问题台账");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 8));
      row(sheet, 1, "填报单位：市生态环境局", "", "", "", "", "填报时间：2024年10月");
      row(sheet, 2, "序号", "县（市、区）", "企业名称", "存在的问题", "检查时间", "整改情况");
      sheet.addMergedRegion(new CellRangeAddress(2, 2, 5, 7));
      for (int column = 0; column < 5; column++) {
        sheet.addMergedRegion(new CellRangeAddress(2, 3, column, column));
      }
      row(sheet, 3, "", "", "", "", "", "整改方式", "整改时限", "整改进展", "联系电话");
      row(sheet, 4, "1", "零陵区", "甲印刷厂", "活性炭未更换", "2024年7月3日", "限期整改", "2024/11/30", "整改中", "-");
      row(sheet, 5, "2", "", "乙家具厂", "喷漆房未密闭", "45476", "立行立改", "", "已完成整改");
      row(sheet, 6, "3", "", "甲印刷厂", "台账不全", "2024.7.3", "限期整改、立案", "2024-06-30", "整改中");
      sheet.addMergedRegion(new CellRangeAddress(4, 6, 1, 1));
      row(sheet, 7, "二、蓝山县");
      row(sheet, 8, "4", "蓝山", "丙鞋厂", "无组织排放", "七月初", "限期整改", "2024-12-01", "整改中");
      row(sheet, 9, "5", "蓝山县", "丁油站", "油气回收失效", "", "查封", "", "");
      CellStyle day = book.createCellStyle();
      day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
      sheet.getRow(9).getCell(4).setCellValue(LocalDate.of(2024, 7, 3));
      sheet.getRow(9).getCell(4).setCellStyle(day);
      row(sheet, 10, "合计", "", "5家");
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void row(XSSFSheet sheet, int number, String... texts) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }

  @Test
  void saysWhatWillBeTakenAndWhatNotWithRowAndColumn() throws Exception {
    DocumentContext preview = preview(asBureausKeepIt(), "?campaign=voc-screening");
    assertThat(preview.<Boolean>read("$.dryRun")).isTrue();
    assertThat(preview.<Integer>read("$.sheets[0].headingRow")).isEqualTo(4);
    assertThat(preview.<List<String>>read("$.sheets[0].unknown")).containsExactly("联系电话");
    assertThat(preview.<Integer>read("$.rows")).isEqualTo(5);
    assertThat(preview.<List<Integer>>read("$.items[*].row")).containsExactly(5, 6, 10);
    assertThat(preview.<List<String>>read("$.items[*].problem.countyName"))
        .containsExactly("零陵区", "零陵区", "蓝山县");
    assertThat(preview.<List<String>>read("$.items[*].problem.foundOn")).containsOnly("2024-07-03");
    assertThat(preview.<Integer>read("$.refused")).isEqualTo(2);
    assertThat(preview.<List<Map<String, Object>>>read("$.faults"))
        .extracting(each -> each.get("row") + " " + each.get("column") + " " + each.get("rule"))
        .containsExactly("7 G deadline-before-finding", "9 E not-a-day");
    assertThat(preview.<String>read("$.faults[0].message")).contains("整改期限早于发现时间");
    assertThat(preview.<String>read("$.faults[0].value")).isEqualTo("2024-06-30");
    assertThat(fixture.store.count(ProblemFilter.all())).isZero();
  }

  @Test
  void speaksEnglishOfTheSameFaults() throws Exception {
    DocumentContext preview = preview(asBureausKeepIt(), "?campaign=voc-screening&lang=en");
    assertThat(preview.<String>read("$.faults[0].message"))
        .isEqualTo("is before the finding on 2024-07-03");
  }

  @Test
  void takesTheGoodRowsOnTheSecondCallAndKeepsTheFile() throws Exception {
    byte[] file = asBureausKeepIt();
    DocumentContext taken = preview(file, "?campaign=voc-screening&dryRun=false");
    assertThat(taken.<Integer>read("$.added")).isEqualTo(3);
    assertThat(fixture.store.count(ProblemFilter.all())).isEqualTo(3);
    String sha256 = taken.read("$.sha256");
    MockHttpServletResponse kept =
        mvc.perform(get(BASE + "/imports/" + sha256)).andReturn().getResponse();
    assertThat(kept.getContentAsByteArray()).isEqualTo(file);
    Problem first = fixture.store.list(ProblemFilter.all(), null, 1).get(0);
    assertThat(fixture.store.listSteps(first.id()).get(0).note()).isEqualTo("sha256:" + sha256);
    assertThatThrownBy(() -> fixture.jdbc.sql("UPDATE problem_import SET who = 'x'").update())
        .hasMessageContaining("append only");
    DocumentContext again = preview(file, "?campaign=voc-screening&dryRun=false");
    assertThat(again.<Integer>read("$.unchanged")).isEqualTo(3);
    assertThat(again.<Integer>read("$.added")).isZero();
  }

  @Test
  void notesAnEnterpriseThatStandsThereTwiceAndRefusesAProblemThatDoes() throws Exception {
    String csv =
        """
        专项行动,县市区,企业名称,存在问题,发现时间,处理方式
        守护蓝天行动,道县,甲厂,扬尘,2024-09-01,立行立改
        守护蓝天行动,道县,甲厂,裸土,2024-09-01,立行立改
        “守护蓝天”行动,道县,甲厂,扬尘,2024年9月1日,立行立改
        """;
    DocumentContext preview = preview(csv.getBytes(StandardCharsets.UTF_8), "");
    assertThat(preview.<Integer>read("$.added")).isEqualTo(2);
    assertThat(preview.<List<String>>read("$.faults[*].rule")).containsExactly("entered-twice");
    assertThat(preview.<String>read("$.faults[0].message")).contains("第 2 行");
    assertThat(preview.<Integer>read("$.notes[0].row")).isEqualTo(3);
    assertThat(preview.<String>read("$.notes[0].column")).isEqualTo("C");
  }

  @Test
  void readsCsvAsChineseOfficeProgramsWriteIt() throws Exception {
    String csv = "县区,企业,问题,检查日期,整改方式,状态\r\n道县,某厂,扬尘,2024/9/1,立行立改,已整改\r\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
      DocumentContext preview = preview(csv.getBytes(charset), "?campaign=blue-sky");
      assertThat(preview.<String>read("$.items[0].problem.problem")).isEqualTo("扬尘");
      assertThat(preview.<String>read("$.items[0].problem.state")).isEqualTo("rectified");
    }
  }

  @Test
  void doesNotGuessWhatAMergedCellLeftEmptyInCsv() throws Exception {
    String csv = "县区,企业,问题,检查日期,整改方式\n道县,甲,扬尘,2024-9-1,立行立改\n,乙,裸土,2024-9-1,立行立改\n";
    DocumentContext preview = preview(csv.getBytes(StandardCharsets.UTF_8), "?campaign=blue-sky");
    assertThat(preview.<List<Map<String, Object>>>read("$.faults"))
        .extracting(each -> each.get("row") + " " + each.get("column") + " " + each.get("rule"))
        .containsExactly("3 A required-field-missing");
  }

  @Test
  void whatIsWrittenOutReadsBackToEqualEntries() throws Exception {
    List<Problem> entries =
        List.of(
            new Problem(
                "永环督〔2024〕1".replace("〔", "-").replace("〕", "-"),
                "central-inspection",
                "431122",
                "东安县某断面",
                new hongyan.geo.place.Position(111.3131, 26.3921),
                "某锑业公司",
                "=锑浓度\n超标, \"两次\"",
                "东安县人民政府",
                "督察组",
                LocalDate.of(2023, 6, 7),
                Set.of(ProblemKind.WITH_DEADLINE, ProblemKind.CASE_FILED),
                LocalDate.of(2024, 12, 31),
                ProblemState.CLOSED,
                LocalDate.of(2024, 3, 1),
                List.of("销号表 2024-3", "监测报告"),
                "-1 备注"),
            LedgerFixture.problem(
                "a-2", "voc-screening", "'甲厂", Set.of(ProblemKind.AT_ONCE), ProblemState.FOUND));
    fixture.ledger.enter(entries, hongyan.service.problems.Step.Action.ENTERED, null);
    for (String format : List.of("csv", "xlsx")) {
      for (String lang : List.of("zh", "en")) {
        byte[] file =
            mvc.perform(get(BASE + "/export?format=%s&lang=%s".formatted(format, lang)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        LedgerFixture other =
            new LedgerFixture(Files.createDirectory(folder.resolve(format + lang)));
        mvc = mvc(other);
        DocumentContext taken = preview(file, "?dryRun=false");
        assertThat(taken.<List<Object>>read("$.faults")).as(format).isEmpty();
        assertThat(byId(other)).isEqualTo(byId(fixture));
        mvc = mvc(fixture);
        assertThat(preview(file, "").<Integer>read("$.unchanged")).isEqualTo(2);
      }
    }
  }

  private static Map<String, Problem> byId(LedgerFixture fixture) {
    return fixture.store.list(ProblemFilter.all(), null, -1).stream()
        .collect(Collectors.toMap(Problem::id, each -> each));
  }

  @Test
  void refusesABombBeforeItGoesOff() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      fill(zip, 400_000_000);
    }
    assertThat(bomb.size()).isLessThan(1_000_000);
    MockHttpServletResponse answer = send(bomb.toByteArray(), "");
    assertThat(answer.getStatus()).isEqualTo(413);
    assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("table-too-large");
  }

  private static void fill(OutputStream out, int bytes) throws IOException {
    byte[] zeros = new byte[100_000];
    for (int written = 0; written < bytes; written += zeros.length) {
      out.write(zeros);
    }
  }

  @Test
  void refusesWhatIsNoLedgerAndSaysWhy() throws Exception {
    assertRefused("PK nothing".getBytes(StandardCharsets.US_ASCII), 400, "no-spreadsheet");
    assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 415, "old-spreadsheet");
    assertRefused("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII), 400, "no-headings");
    assertRefused(new byte[0], 400, "no-headings");
    assertRefused(new byte[TableFile.MAX_BYTES + 1], 413, "table-too-large");
    assertRefused("x,\n".repeat(TableFile.MAX_ROWS + 1).getBytes(), 413, "table-too-large");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertRefused(zip.toByteArray(), 400, "no-spreadsheet");
  }

  private void assertRefused(byte[] body, int status, String rule) throws Exception {
    MockHttpServletResponse answer = send(body, "?dryRun=false");
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("\"" + rule + "\"");
    assertThat(fixture.store.count(ProblemFilter.all())).isZero();
  }
}
