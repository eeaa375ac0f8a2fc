package hongyan.service.doors.archives;

import java.nio.charset.Charset;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * One table of an archive.
 *
 * @param rowType URI of what a row is
 * @param locations its files, one after the other
 * @param id index of the column by which core and extensions are joined, or null
 */
record TableSpec(
    String rowType,
    Format format,
    List<String> locations,
    @Nullable Integer id,
    List<Field> fields) {

  /**
   * A term of the table.
   *
   * @param term its name without namespace, empty for one of a foreign namespace
   * @param index of its column, or null for one that is the same in every row
   * @param usual what it is where the column is missing or the cell empty, or null
   */
  record Field(String term, @Nullable Integer index, @Nullable String usual) {}

  /** How the text of a table is written. */
  record Format(Charset charset, CSVFormat csv, int headerLines) {

    static Format of(
        String encoding, String between, String quote, String lineEnd, String headerLines) {
      String delimiter = unescaped(between);
      String enclosing = unescaped(quote);
      if (delimiter.isEmpty() || enclosing.length() > 1) {
        throw MetaFile.broken("fieldsEnclosedBy", quote);
      }
      if (!List.of("\n", "\r\n", "\r").contains(unescaped(lineEnd))) {
        throw MetaFile.broken("linesTerminatedBy", lineEnd);
      }
      if (!headerLines.matches("\\d{1,4}")) {
        throw MetaFile.broken("ignoreHeaderLines", headerLines);
      }
      return new Format(
          charset(encoding),
          CSVFormat.DEFAULT
              .builder()
              .setDelimiter(delimiter)
              .setQuote(enclosing.isEmpty() ? null : enclosing.charAt(0))
              .setIgnoreEmptyLines(false)
              .get(),
          Integer.parseInt(headerLines));
    }

    private static Charset charset(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalArgumentException unknown) {
        throw MetaFile.broken("encoding", name);
      }
    }

    private static String unescaped(String text) {
      return text.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n");
    }
  }

  private static final List<String> NAMESPACES =
      List.of(
          "http://rs.tdwg.org/dwc/terms/",
          "http://rs.tdwg.org/dwc/xsd/simpledarwincore/",
          "http://purl.org/dc/terms/",
          "http://purl.org/dc/elements/1.1/",
          "dwc:",
          "dc:",
          "dcterms:");

  /** The text guide's usual type of a row says only that it is a record of Darwin Core. */
  static final String USUAL_TYPE = "http://rs.tdwg.org/dwc/xsd/simpledarwincore/SimpleDarwinRecord";

  private static final List<String> OCCURRENCES =
      List.of("Occurrence", "SimpleDarwinRecord", "DarwinCore");

  TableSpec {
    locations = List.copyOf(locations);
    fields = List.copyOf(fields);
    if (locations.isEmpty()) {
      throw MetaFile.broken("location", "a table without a file");
    }
  }

  /** Returns whether its rows are, or may be, bird records. */
  boolean hasOccurrences() {
    return OCCURRENCES.contains(simple(rowType));
  }

  /** Returns a term of Darwin Core or Dublin Core by its own name; of others nothing. */
  static String simple(String term) {
    String bare = term.strip();
    return NAMESPACES.stream()
        .filter(bare::startsWith)
        .findFirst()
        .map(namespace -> bare.substring(namespace.length()))
        .orElse(bare.contains(":") ? "" : bare);
  }
}
