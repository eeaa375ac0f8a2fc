package hongyan.service.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Readers of foreign tables: UTF-8 with or without a mark, the first line names the columns. */
final class Tables {
  private static final CSVFormat COMMA =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** Tab-separated text as data services write it: a quote is a character like any other. */
  private static final CSVFormat TAB =
      CSVFormat.TDF
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setQuote(null)
          .setIgnoreSurroundingSpaces(false)
          .setAllowMissingColumnNames(true)
          .get();

  private Tables() {}

  /** Opens comma-separated text; bytes that are not UTF-8 end the reading with an IOException. */
  static CSVParser comma(InputStream in) throws IOException {
    return open(in, COMMA);
  }

  static CSVParser tab(InputStream in) throws IOException {
    return open(in, TAB);
  }

  private static CSVParser open(InputStream in, CSVFormat format) throws IOException {
    // A new decoder reports malformed bytes; the charset alone would put replacement characters.
    return CSVParser.builder()
        .setReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))
        .setFormat(format)
        .get();
  }

  /** Returns the cell, or the empty string where the row or the table does not have it. */
  static String cell(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column) : "";
  }

  /** Returns cells as one line of comma-separated text, quoted where needed. */
  static String line(String... cells) {
    StringBuilder line = new StringBuilder(80);
    for (int i = 0; i < cells.length; i++) {
      line.append(i == 0 ? "" : ",").append(quoted(cells[i]));
    }
    return line.toString();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
