package hongyan.service.problems.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Reads spreadsheets. A merged area has its text in each of its cells; days become ISO dates,
 * whatever their format and the workbook's date system; formulas give what they last gave.
 */
final class XlsxFile {
  private XlsxFile() {}

  static List<Sheet> read(byte[] body) {
    XlsxBounds.check(body);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(body))) {
      List<Sheet> sheets = new ArrayList<>();
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
          sheets.add(sheet(book.getSheetAt(i)));
        }
      }
      return sheets;
    } catch (IOException
        | POIXMLException
        | OpenXML4JRuntimeException
        | UnsupportedFileFormatException broken) {
      throw XlsxBounds.broken(broken);
    }
  }

  private static Sheet sheet(XSSFSheet sheet) {
    if (sheet.getLastRowNum() >= TableFile.MAX_ROWS) {
      throw TableFile.tooLarge("行", "rows", TableFile.MAX_ROWS);
    }
    List<List<Sheet.Cell>> rows = new ArrayList<>();
    for (int i = 0; i <= sheet.getLastRowNum(); i++) {
      rows.add(row(sheet.getRow(i)));
    }
    List<CellRangeAddress> areas = sheet.getMergedRegions();
    for (int i = 0; i < areas.size(); i++) {
      spread(rows, areas.get(i), i);
    }
    return new Sheet(sheet.getSheetName(), rows);
  }

  private static List<Sheet.Cell> row(Row row) {
    List<Sheet.Cell> cells = new ArrayList<>();
    int columns = row == null ? 0 : Math.max(0, row.getLastCellNum());
    if (columns > TableFile.MAX_COLUMNS) {
      throw TableFile.tooLarge("列", "columns", TableFile.MAX_COLUMNS);
    }
    for (int i = 0; i < columns; i++) {
      Cell cell = row.getCell(i);
      cells.add(cell == null ? Sheet.Cell.EMPTY : Sheet.Cell.of(text(cell).strip()));
    }
    return cells;
  }

  private static void spread(List<List<Sheet.Cell>> rows, CellRangeAddress area, int number) {
    if (area.getFirstRow() >= rows.size() || area.getLastColumn() >= TableFile.MAX_COLUMNS) {
      return;
    }
    List<Sheet.Cell> first = rows.get(area.getFirstRow());
    String text =
        area.getFirstColumn() < first.size() ? first.get(area.getFirstColumn()).text() : "";
    int lastRow = Math.min(area.getLastRow(), rows.size() - 1);
    for (int row = area.getFirstRow(); row <= lastRow; row++) {
      List<Sheet.Cell> cells = rows.get(row);
      while (cells.size() <= area.getLastColumn()) {
        cells.add(Sheet.Cell.EMPTY);
      }
      for (int column = area.getFirstColumn(); column <= area.getLastColumn(); column++) {
        boolean anchor = row == area.getFirstRow() && column == area.getFirstColumn();
        cells.set(column, new Sheet.Cell(text, !anchor, number));
      }
    }
  }

  private static String text(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
      case NUMERIC -> number(cell);
      default -> "";
    };
  }

  private static String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    }
    return new BigDecimal(Double.toString(cell.getNumericCellValue()))
        .stripTrailingZeros()
        .toPlainString();
  }
}
