package hongyan.service.inspection;

import hongyan.geo.law.Words;
import hongyan.service.documents.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes the figures of a report as a table: CSV with all of them, XLSX with a sheet a part. */
record ReportTables(Report report, Language language) {
  private static final Map<String, Words> PARTS =
      new LinkedHashMap<>(
          Map.of(
              "targets", new Words("指标", "Targets"),
              "ledger", new Words("问题台账", "Problems"),
              "air", new Words("空气质量", "Air"),
              "counties", new Words("各县市区", "Counties"),
              "sums", new Words("合计核对", "Sums")));

  /** One column. */
  private record Column(Words heading, Function<ReportLine, @Nullable Object> value, int width) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column(new Words("部分", "part"), ReportLine::part, 10),
          new Column(new Words("代号", "id"), ReportLine::id, 34),
          new Column(new Words("指标", "title"), ReportLine::title, 40),
          new Column(new Words("县市区代码", "county"), ReportLine::county, 12),
          new Column(new Words("期间", "period"), ReportLine::period, 12),
          new Column(new Words("实际", "actual"), ReportLine::figure, 12),
          new Column(new Words("目标", "target"), ReportLine::target, 12),
          new Column(new Words("差距", "gap"), ReportLine::gap, 12),
          new Column(new Words("公报数", "declared"), ReportLine::declared, 12),
          new Column(new Words("单位", "unit"), ReportLine::unit, 14),
          new Column(new Words("期限", "deadline"), ReportLine::deadline, 12),
          new Column(new Words("亮灯", "light"), ReportLine::light, 8),
          new Column(new Words("来源", "source"), ReportLine::source, 10),
          new Column(new Words("注", "footnote"), ReportLine::footnote, 60),
          new Column(new Words("记录", "records"), ReportLine::records, 40),
          new Column(new Words("重算", "query"), ReportLine::query, 40));

  byte[] csv() {
    StringBuilder out = new StringBuilder("\uFEFF");
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.EXCEL)) {
      printer.printRecord(COLUMNS.stream().map(each -> language.of(each.heading())).toList());
      for (ReportLine line : ReportLine.of(report, language)) {
        printer.printRecord(COLUMNS.stream().map(each -> text(each.value().apply(line))).toList());
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(@Nullable Object value) {
    return value == null
        ? ""
        : value instanceof BigDecimal figure ? figure.toPlainString() : value.toString();
  }

  byte[] xlsx() {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      CellStyle bold = book.createCellStyle();
      Font font = book.createFont();
      font.setBold(true);
      bold.setFont(font);
      Map<String, XSSFSheet> sheets = new LinkedHashMap<>();
      for (ReportLine line : ReportLine.of(report, language)) {
        XSSFSheet sheet = sheets.computeIfAbsent(line.part(), part -> sheet(book, part, bold));
        write(sheet.createRow(sheet.getLastRowNum() + 1), line);
      }
      if (sheets.isEmpty()) {
        sheet(book, "targets", bold);
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private XSSFSheet sheet(XSSFWorkbook book, String part, CellStyle bold) {
    XSSFSheet sheet = book.createSheet(language.of(PARTS.get(part)));
    Row row = sheet.createRow(0);
    for (int i = 0; i < COLUMNS.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(language.of(COLUMNS.get(i).heading()));
      cell.setCellStyle(bold);
      sheet.setColumnWidth(i, COLUMNS.get(i).width() * 256);
    }
    sheet.createFreezePane(3, 1);
    return sheet;
  }

  private static void write(Row row, ReportLine line) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      Object value = COLUMNS.get(i).value().apply(line);
      if (value instanceof BigDecimal figure) {
        row.createCell(i).setCellValue(figure.doubleValue());
      } else if (value != null) {
        row.createCell(i).setCellValue(value.toString());
      }
    }
  }
}
