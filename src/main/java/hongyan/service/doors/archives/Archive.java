package hongyan.service.doors.archives;

import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.forms.Cell;
import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.forms.ItemSink;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Refusal;
import hongyan.service.doors.rejects.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bird records of an archive. Its core may be of occurrences, or of anything else that has an
 * extension of occurrences (events, taxa): then each of them has the terms of its core record too,
 * where it does not say otherwise itself. An archive without {@code meta.xml} is one table whose
 * first line names terms.
 */
public final class Archive {
  private static final String OCCURRENCE = "http://rs.tdwg.org/dwc/terms/Occurrence";

  private final ArchiveFiles files;
  private final FieldNames names;
  private final ItemSink sink;

  private Archive(ArchiveFiles files, FieldNames names, ItemSink sink) {
    this.files = files;
    this.names = names;
    this.sink = sink;
  }

  /**
   * Gives each bird record as an item.
   *
   * @throws BodyFault when the archive cannot be read, breaks the limits, or has none
   */
  public static void read(byte[] zip, ArchiveLimits limits, FieldNames names, ItemSink sink) {
    new Archive(ArchiveFiles.unpack(zip, limits), names, sink).read();
  }

  private void read() {
    MetaFile meta = files.find(MetaFile.NAME).map(MetaFile::parse).orElseGet(this::plain);
    TableSpec records =
        meta.occurrences()
            .orElseThrow(
                () ->
                    new BodyFault(
                        0,
                        new Fault(
                            "rowType",
                            meta.core().rowType(),
                            Rule.ARCHIVE_WITHOUT_OCCURRENCES,
                            null)));
    for (TableSpec.Field field : records.fields()) {
      names
          .findFault(field.term())
          .ifPresent(
              fault -> {
                throw new BodyFault(0, fault);
              });
    }
    if (records == meta.core()) {
      items(new ArchiveTable(records, files), Map.of(), false);
    } else {
      ArchiveTable core = new ArchiveTable(meta.core(), files);
      items(new ArchiveTable(records, files), cores(core), true);
    }
  }

  private void items(ArchiveTable table, Map<String, ArchiveTable.Row> cores, boolean joined) {
    String header = table.header();
    table.forEach(
        new ArchiveTable.Rows() {
          @Override
          public void row(ArchiveTable.Row row) {
            ArchiveTable.Row core = cores.get(row.id());
            String raw = header + "\n" + row.raw() + (core == null ? "" : "\n" + core.raw());
            if (joined && core == null) {
              Fault fault = new Fault("coreid", row.id(), Rule.CORE_RECORD_MISSING, null);
              sink.refused(Refusal.of(row.line(), raw, fault));
            } else {
              sink.item(new Item(row.line(), raw, null, cells(core, row)));
            }
          }

          @Override
          public void refused(Refusal refusal) {
            sink.refused(refusal);
          }
        });
  }

  private Map<String, Cell> cells(ArchiveTable.@Nullable Row core, ArchiveTable.Row row) {
    Map<String, Cell> cells = new HashMap<>();
    if (core != null) {
      core.values().forEach((term, value) -> put(cells, term, value));
    }
    row.values().forEach((term, value) -> put(cells, term, value));
    return cells;
  }

  private void put(Map<String, Cell> cells, String term, String value) {
    if (names.isKnown(term)) {
      cells.put(term, new Cell(Cell.Kind.PLAIN, value));
    }
  }

  private Map<String, ArchiveTable.Row> cores(ArchiveTable table) {
    Map<String, ArchiveTable.Row> cores = new HashMap<>();
    table.forEach(
        new ArchiveTable.Rows() {
          @Override
          public void row(ArchiveTable.Row row) {
            cores.put(row.id(), row);
          }

          @Override
          public void refused(Refusal refusal) {
            sink.refused(refusal);
          }
        });
    return cores;
  }

  /** The one table of an archive without a description. */
  private MetaFile plain() {
    List<String> tables =
        files.all().keySet().stream().filter(path -> !path.endsWith(".xml")).toList();
    if (tables.size() != 1) {
      throw new BodyFault(0, new Fault(null, MetaFile.NAME, Rule.ARCHIVE_FILE_MISSING, null));
    }
    String location = tables.get(0);
    String header = firstLine(files.all().get(location));
    String between = header.contains("\t") ? "\t" : header.contains("|") ? "|" : ",";
    TableSpec.Format format =
        TableSpec.Format.of("UTF-8", between, between.equals(",") ? "\"" : "", "\n", "1");
    List<TableSpec.Field> fields = new ArrayList<>();
    String[] terms = header.split(Pattern.quote(between), -1);
    for (int i = 0; i < terms.length; i++) {
      String term = terms[i].strip().replaceAll("^\"|\"$", "");
      fields.add(new TableSpec.Field(TableSpec.simple(term), i, null));
    }
    boolean telling = fields.stream().anyMatch(f -> f.term().equalsIgnoreCase("occurrenceID"));
    String rowType = telling ? OCCURRENCE : Arrays.toString(terms);
    return new MetaFile(new TableSpec(rowType, format, List.of(location), null, fields), List.of());
  }

  private static String firstLine(byte[] content) {
    int end = 0;
    while (end < content.length && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    String line = new String(content, 0, end, StandardCharsets.UTF_8);
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
