package hongyan.service.replay;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Movebank's own table of fixes ({@link Movebank}). */
final class MovebankCsv implements RecordedFormat {

  @Override
  public String title() {
    return "Movebank table of fixes (UTC, fixes marked as outliers left out)";
  }

  @Override
  public boolean recognises(Head head) {
    return head.hasColumns("event-id", "timestamp", "location-long", "location-lat");
  }

  @Override
  public void read(InputStream in, Outlet outlet) throws IOException {
    Movebank track = new Movebank(outlet);
    try (CSVParser rows = Tables.comma(in)) {
      for (CSVRecord row : rows) {
        track.fix(
            column -> Tables.cell(row, column),
            Tables.cell(row, "location-long"),
            Tables.cell(row, "location-lat"));
      }
    }
    track.flush();
  }
}
