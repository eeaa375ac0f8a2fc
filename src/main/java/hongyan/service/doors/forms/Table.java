package hongyan.service.doors.forms;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Refusal;
import hongyan.service.doors.rejects.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables with a header: comma-separated values with quotes (RFC 4180), or tab-separated
 * values, which know no quotes. Nothing is trimmed. Blank lines are none.
 */
public final class Table {
  private static final CSVFormat COMMAS =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
  private static final CSVFormat TABS = COMMAS.builder().setDelimiter('\t').setQuote(null).get();

  private final String body;
  private final CSVParser parser;
  private final List<String> header;
  private final String headerLine;
  private int line = 1;
  private int lineStart;
  private @Nullable CSVRecord ahead;

  /**
   * One line.
   *
   * @param line 1-based, where it starts
   * @param raw without its line end
   */
  record Row(int line, String raw, CSVRecord cells) {}

  private Table(String body, CSVParser parser) {
    this.body = body;
    this.parser = parser;
    this.ahead = next();
    Row first = row();
    while (first != null && first.raw().isBlank()) {
      first = row();
    }
    if (first == null) {
      throw new BodyFault(Rule.BODY_EMPTY, null, null);
    }
    this.header = first.cells().toList();
    this.headerLine = first.raw();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw new BodyFault(first.line(), new Fault(name, null, Rule.DUPLICATE_HEADER, null));
      }
    }
  }

  /**
   * @throws BodyFault when there is no header, or a header stands there twice
   */
  public static Table ofCommas(String body) {
    return open(body, COMMAS);
  }

  /**
   * @throws BodyFault when there is no header, or a header stands there twice
   */
  public static Table ofTabs(String body) {
    return open(body, TABS);
  }

  private static Table open(String body, CSVFormat format) {
    try {
      return new Table(body, CSVParser.parse(body, format));
    } catch (IOException textCannotFail) {
      throw new UncheckedIOException(textCannotFail);
    }
  }

  public List<String> header() {
    return header;
  }

  String headerLine() {
    return headerLine;
  }

  /**
   * Gives each line that has the header's number of columns to {@code rows}; the others are
   * refused.
   *
   * @throws BodyFault when a quote is never closed, because where lines end is not known then
   */
  void forEach(ItemSink sink, Consumer<Row> rows) {
    for (Row row = row(); row != null; row = row()) {
      if (row.raw().isBlank() && row.cells().size() == 1) {
        continue;
      }
      if (row.cells().size() != header.size()) {
        String counts = row.cells().size() + " ≠ " + header.size();
        Fault fault = new Fault(null, null, Rule.RAGGED_LINE, counts);
        sink.refused(Refusal.of(row.line(), row.raw(), fault));
      } else {
        rows.accept(row);
      }
    }
  }

  /** Returns the next line, or null after the last. One is read ahead, to know where this ends. */
  private @Nullable Row row() {
    CSVRecord current = ahead;
    if (current == null) {
      return null;
    }
    ahead = next();
    int start = Math.toIntExact(current.getCharacterPosition());
    int end = ahead == null ? body.length() : Math.toIntExact(ahead.getCharacterPosition());
    for (; lineStart < start; lineStart++) {
      if (body.charAt(lineStart) == '\n') {
        line++;
      }
    }
    while (end > start && isLineEnd(body.charAt(end - 1))) {
      end--;
    }
    return new Row(line, body.substring(start, end), current);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private @Nullable CSVRecord next() {
    try {
      return parser.iterator().hasNext() ? parser.iterator().next() : null;
    } catch (UncheckedIOException | IllegalStateException broken) {
      int at = Math.toIntExact(parser.getCurrentLineNumber());
      Throwable cause = broken.getCause() == null ? broken : broken.getCause();
      String extra = at + ", " + cause.getMessage();
      throw new BodyFault(at, new Fault(null, null, Rule.BROKEN_CSV, extra));
    }
  }
}
