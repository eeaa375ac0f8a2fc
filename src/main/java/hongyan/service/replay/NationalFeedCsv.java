package hongyan.service.replay;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The national real-time feed as a table ({@link NationalFeed}); offline stations are all empty.
 */
final class NationalFeedCsv implements RecordedFormat {

  @Override
  public String title() {
    return "national feed, table (Beijing time, the feed's swapped ozone columns set right)";
  }

  @Override
  public boolean recognises(Head head) {
    return head.hasColumns("timepoint", "stationcode", "pm2_5", "o3", "o3_24h");
  }

  @Override
  public void read(InputStream in, Outlet outlet) throws IOException {
    NationalFeed feed = new NationalFeed(outlet);
    try (CSVParser rows = Tables.comma(in)) {
      for (CSVRecord row : rows) {
        feed.row(
            column -> Tables.cell(row, column),
            NationalFeed.position(Tables.cell(row, "longitude"), Tables.cell(row, "latitude")));
      }
    }
    feed.flush();
  }
}
