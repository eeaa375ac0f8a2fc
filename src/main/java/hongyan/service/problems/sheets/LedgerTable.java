package hongyan.service.problems.sheets;

import hongyan.service.documents.Language;
import hongyan.service.problems.Problem;
import hongyan.service.problems.ProblemField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ledger as a table that {@link LedgerImport} reads back to equal entries.
 *
 * @param countyName name of an adcode
 * @param campaignTitle title of a campaign's id
 */
record LedgerTable(
    Language language,
    Function<String, String> countyName,
    Function<String, String> campaignTitle) {
  private static final int WIDTH = 18 * 256;
  private static final int WIDE = 42 * 256;

  byte[] csv(List<Problem> problems) {
    StringBuilder out = new StringBuilder("\uFEFF");
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.EXCEL)) {
      printer.printRecord(headings());
      for (Problem problem : problems) {
        printer.printRecord(cells(problem).stream().map(LedgerTable::unarmed).toList());
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] xlsx(List<Problem> problems) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet(language == Language.EN ? "Problems" : "问题台账");
      write(sheet.createRow(0), headings(), heading(book));
      CellStyle wrapped = book.createCellStyle();
      wrapped.setWrapText(true);
      for (int i = 0; i < problems.size(); i++) {
        write(sheet.createRow(i + 1), cells(problems.get(i)), wrapped);
      }
      for (ProblemField field : ProblemField.values()) {
        sheet.setColumnWidth(field.ordinal(), field == ProblemField.PROBLEM ? WIDE : WIDTH);
      }
      sheet.createFreezePane(0, 1);
      book.write(out);
      return out.toByteArray();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private static CellStyle heading(XSSFWorkbook book) {
    CellStyle style = book.createCellStyle();
    Font bold = book.createFont();
    bold.setBold(true);
    style.setFont(bold);
    return style;
  }

  private static void write(Row row, List<String> texts, CellStyle style) {
    for (int i = 0; i < texts.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(texts.get(i));
      cell.setCellStyle(style);
    }
  }

  private List<String> headings() {
    return Arrays.stream(ProblemField.values()).map(each -> language.of(each.words())).toList();
  }

  private List<String> cells(Problem problem) {
    return Arrays.stream(ProblemField.values())
        .map(field -> Objects.toString(cell(problem, field), ""))
        .toList();
  }

  private @Nullable Object cell(Problem problem, ProblemField field) {
    return switch (field) {
      case ID -> problem.id();
      case CAMPAIGN -> campaignTitle.apply(problem.campaign());
      case COUNTY -> problem.county() == null ? "市本级" : countyName.apply(problem.county());
      case PLACE -> problem.place();
      case LON -> problem.position() == null ? null : problem.position().lon();
      case LAT -> problem.position() == null ? null : problem.position().lat();
      case ENTERPRISE -> problem.enterprise();
      case PROBLEM -> problem.problem();
      case DEPARTMENT -> problem.department();
      case FOUND_BY -> problem.foundBy();
      case FOUND_ON -> problem.foundOn();
      case KIND ->
          problem.kinds().stream()
              .map(each -> language.of(each.words()))
              .collect(Collectors.joining("、"));
      case DEADLINE -> problem.deadline();
      case STATE -> language.of(problem.state().words());
      case RECTIFIED_ON -> problem.rectifiedOn();
      case EVIDENCE -> String.join("\n", problem.evidence());
      case NOTE -> problem.note();
    };
  }

  /** An office program would run a text that begins like a formula. */
  private static String unarmed(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
  }
}
