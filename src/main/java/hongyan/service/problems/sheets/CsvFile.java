package hongyan.service.problems.sheets;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads comma-separated text in UTF-8, or in GB 18030 when it is no UTF-8, as Chinese office
 * programs write it.
 */
final class CsvFile {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private CsvFile() {}

  static Sheet read(byte[] body) {
    List<List<Sheet.Cell>> rows = new ArrayList<>();
    try (CSVParser parser = CSVFormat.EXCEL.parse(new StringReader(text(body)))) {
      for (CSVRecord line : parser) {
        if (rows.size() == TableFile.MAX_ROWS) {
          throw TableFile.tooLarge("行", "rows", TableFile.MAX_ROWS);
        }
        if (line.size() > TableFile.MAX_COLUMNS) {
          throw TableFile.tooLarge("列", "columns", TableFile.MAX_COLUMNS);
        }
        rows.add(line.stream().map(CsvFile::plain).map(Sheet.Cell::of).toList());
      }
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof TableFault ours) {
        throw ours;
      }
      throw new TableFault(
          400, "no-table", "不是可读的CSV：" + broken.getMessage(), "no CSV: " + broken.getMessage());
    }
    return new Sheet(null, rows);
  }

  /** Takes off the apostrophe that {@link LedgerTable} puts before what could be a formula. */
  private static String plain(String text) {
    return text.length() > 1 && text.charAt(0) == '\'' && LedgerTable.isFormula(text.substring(1))
        ? text.substring(1)
        : text.strip();
  }

  private static String text(byte[] body) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException other) {
        // The next one then.
      }
    }
    throw new TableFault(400, "no-text", "既不是UTF-8也不是GB18030编码", "neither UTF-8 nor GB 18030");
  }
}
