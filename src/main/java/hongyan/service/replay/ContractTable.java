package hongyan.service.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Passes a table that is already in the contract's form on in bodies, each with the header, every
 * record byte for byte as the file has it.
 *
 * @param timeColumn name of the column that the sending is paced by
 * @param count how many records a row holds, by its cells
 */
record ContractTable(
    String endpoint, boolean tabbed, String timeColumn, Function<String[], Integer> count) {

  /** For tables with one record a row. */
  static ContractTable oneARow(String endpoint, boolean tabbed, String timeColumn) {
    return new ContractTable(endpoint, tabbed, timeColumn, cells -> 1);
  }

  void read(InputStream in, Outlet outlet) throws IOException {
    RecordLines rows = new RecordLines(in, !tabbed);
    byte[] header = rows.next();
    if (header == null) {
      return;
    }
    String type = tabbed ? "text/tab-separated-values" : "text/csv";
    Batch batch = new Batch(Batch.Frame.table(endpoint, type, header), outlet);
    int time = List.of(cells(header)).indexOf(timeColumn);
    for (byte[] row = rows.next(); row != null; row = rows.next()) {
      String[] cells = cells(row);
      batch.add(row, count.apply(cells), () -> time(cells, time));
    }
    batch.flush();
  }

  /** Splits roughly, for counting and pacing only; the door reads the record properly. */
  private String[] cells(byte[] row) {
    String text = new String(row, StandardCharsets.UTF_8).strip();
    return Arrays.stream(text.split(tabbed ? "\t" : ",", -1))
        .map(cell -> cell.replaceAll("^\"|\"$", ""))
        .toArray(String[]::new);
  }

  private static @Nullable Instant time(String[] cells, int column) {
    return column < 0 || column >= cells.length ? null : moment(cells[column]);
  }

  /** Returns the moment that a text with offset names, or null. */
  static @Nullable Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
