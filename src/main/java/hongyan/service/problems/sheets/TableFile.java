package hongyan.service.problems.sheets;

import java.util.List;

/**
 * Tells by its content what a file is, and reads it within bounds: {@value #MAX_BYTES} bytes,
 * {@value #MAX_ROWS} rows, {@value #MAX_COLUMNS} columns. The bounds are the platform's own choice.
 */
final class TableFile {
  static final int MAX_BYTES = 10_000_000;
  static final int MAX_ROWS = 20_000;
  static final int MAX_COLUMNS = 200;

  private TableFile() {}

  /**
   * Returns the sheets.
   *
   * @throws TableFault when it is no table that we read, or too large a one
   */
  static List<Sheet> read(byte[] body) {
    if (startsWith(body, 'P', 'K')) {
      return XlsxFile.read(body);
    }
    if (startsWith(body, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new TableFault(
          415, "old-spreadsheet", "旧的 .xls 格式，请另存为 .xlsx", "the old .xls; save it as .xlsx");
    }
    return List.of(CsvFile.read(body));
  }

  static TableFault tooLarge(String zh, String en, long most) {
    return new TableFault(
        413,
        "table-too-large",
        "表格过大：超过 %d %s".formatted(most, zh),
        "the table is too large: more than %d %s".formatted(most, en));
  }

  private static boolean startsWith(byte[] body, int... magic) {
    if (body.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((body[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
