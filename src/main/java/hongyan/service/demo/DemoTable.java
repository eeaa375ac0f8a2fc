package hongyan.service.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The tables of the model, which lie beside the program as comma-separated text. */
final class DemoTable {

  private DemoTable() {}

  /** Reads a table of the folder {@code demo/}; its first line names the columns. */
  static List<CSVRecord> rows(String fileName) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in =
        DemoTable.class.getClassLoader().getResourceAsStream("demo/" + fileName)) {
      if (in == null) {
        throw new IllegalStateException("demo/" + fileName + ": not on the class path");
      }
      InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      try (CSVParser rows = CSVParser.builder().setReader(reader).setFormat(format).get()) {
        return rows.getRecords();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the words of a cell, separated by spaces, in their order. */
  static Set<String> words(String cell) {
    return cell.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(cell.split(" ")));
  }
}
