package hongyan.service.doors.forms;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads a table that has one record a line, with field names as headers. */
public final class TableForm {

  private TableForm() {}

  /**
   * @throws BodyFault when a required header is missing, or one is known in another case only
   */
  public static void read(Table table, FieldNames names, ItemSink sink) {
    List<String> header = table.header();
    for (String name : header) {
      names.findFault(name).ifPresent(fault -> refuse(fault));
    }
    for (String name : names.required()) {
      if (!header.contains(name)) {
        refuse(new Fault(name, null, Rule.MISSING_HEADER, null));
      }
    }
    int[] read =
        IntStream.range(0, header.size()).filter(i -> names.isKnown(header.get(i))).toArray();
    String prefix = names.isUsualHeader(table.headerLine()) ? "" : table.headerLine() + "\n";
    table.forEach(
        sink,
        row -> {
          Map<String, Cell> cells = new HashMap<>();
          for (int i : read) {
            String text = row.cells().get(i);
            if (!text.isEmpty()) {
              cells.put(header.get(i), new Cell(Cell.Kind.PLAIN, text));
            }
          }
          sink.item(new Item(row.line(), prefix + row.raw(), null, cells));
        });
  }

  private static void refuse(Fault fault) {
    throw new BodyFault(1, fault);
  }
}
