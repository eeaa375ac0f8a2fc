package hongyan.service.doors.archives;

import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.forms.BodyText;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Refusal;
import hongyan.service.doors.rejects.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one table of an archive, all its files, row by row. */
final class ArchiveTable {
  private final TableSpec spec;
  private final ArchiveFiles files;
  private final int columns;

  /**
   * One row.
   *
   * @param line 1-based line of its file
   * @param raw verbatim, without its line end
   * @param id by which it is joined; empty where the table has none
   * @param values by simple term; empty cells without a default are left out
   */
  record Row(String file, int line, String raw, String id, Map<String, String> values) {}

  /** Takes what a table holds. */
  interface Rows {
    void row(Row row);

    void refused(Refusal refusal);
  }

  ArchiveTable(TableSpec spec, ArchiveFiles files) {
    this.spec = spec;
    this.files = files;
    this.columns =
        spec.fields().stream()
            .filter(field -> field.index() != null)
            .mapToInt(field -> field.index() + 1)
            .max()
            .orElse(0);
  }

  /** Returns the terms of its columns, for people who read a row by itself. */
  String header() {
    return spec.fields().stream()
        .filter(field -> field.index() != null)
        .map(field -> field.index() + "=" + field.term())
        .collect(Collectors.joining(" "));
  }

  /**
   * Gives all rows; those with too few columns are refused. Blank lines are none.
   *
   * @throws BodyFault when a file is missing, is not in its encoding, or a quote is never closed
   */
  void forEach(Rows rows) {
    for (String location : spec.locations()) {
      byte[] content =
          files
              .find(location)
              .orElseThrow(
                  () ->
                      new BodyFault(0, new Fault(null, location, Rule.ARCHIVE_FILE_MISSING, null)));
      if (content.length > 0) {
        read(location, BodyText.decode(content, spec.format().charset()), rows);
      }
    }
  }

  private void read(String file, String text, Rows rows) {
    int start = afterHeader(text);
    int firstLine = spec.format().headerLines() + 1;
    Lines lines = new Lines(text, start, firstLine);
    try (CSVParser parser = CSVParser.parse(text.substring(start), spec.format().csv())) {
      Iterator<CSVRecord> records = parser.iterator();
      CSVRecord current = records.hasNext() ? records.next() : null;
      while (current != null) {
        CSVRecord next = records.hasNext() ? records.next() : null;
        lines.moveTo(current, next);
        take(file, lines, current, rows::row, rows::refused);
        current = next;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      String why = lines.line + ", " + file;
      throw new BodyFault(lines.line, new Fault(null, null, Rule.BROKEN_CSV, why));
    }
  }

  private void take(
      String file, Lines at, CSVRecord cells, Consumer<Row> taken, Consumer<Refusal> refused) {
    if (at.raw.isBlank() && cells.size() == 1) {
      return;
    }
    if (cells.size() < columns) {
      Fault fault = new Fault(null, file, Rule.RAGGED_LINE, cells.size() + " < " + columns);
      refused.accept(Refusal.of(at.line, header() + "\n" + at.raw, fault));
      return;
    }
    Integer id = spec.id();
    String key = id == null || id >= cells.size() ? "" : cells.get(id);
    taken.accept(new Row(file, at.line, at.raw, key, values(cells)));
  }

  private Map<String, String> values(CSVRecord cells) {
    Map<String, String> values = new HashMap<>();
    for (TableSpec.Field field : spec.fields()) {
      String cell = field.index() == null ? "" : cells.get(field.index());
      String value = cell.isEmpty() && field.usual() != null ? field.usual() : cell;
      if (!field.term().isEmpty() && !value.isEmpty()) {
        values.put(field.term(), value);
      }
    }
    return values;
  }

  private int afterHeader(String text) {
    int at = 0;
    for (int line = 0; line < spec.format().headerLines() && at < text.length(); line++) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.indexOf('\r', at) : end;
      at = end < 0 ? text.length() : end + 1;
    }
    return at;
  }

  /** Follows the parser through the text, for line numbers and verbatim rows. */
  private static final class Lines {
    private final String text;
    private final int base;
    private int line;
    private int counted;
    private String raw = "";

    Lines(String text, int base, int firstLine) {
      this.text = text;
      this.base = base;
      this.counted = base;
      this.line = firstLine;
    }

    void moveTo(CSVRecord current, @Nullable CSVRecord next) {
      int start = base + Math.toIntExact(current.getCharacterPosition());
      int end = next == null ? text.length() : base + Math.toIntExact(next.getCharacterPosition());
      for (; counted < start; counted++) {
        if (text.charAt(counted) == '\n') {
          line++;
        }
      }
      raw = text.substring(start, end).replaceAll("[\\r\\n]+$", "");
    }
  }
}
