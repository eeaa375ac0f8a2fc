package hongyan.service.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Readings as the national hourly archive is shared: {@code date,hour,type}, then one column a
 * station. Each value is a record; an empty cell is none. Not paced, as its rows have no moment.
 */
final class WideReadings implements RecordedFormat {
  private static final List<String> LEADING = List.of("date", "hour", "type");

  @Override
  public String title() {
    return "readings, national wide table";
  }

  @Override
  public boolean recognises(Head head) {
    List<String> columns = head.columns();
    return columns.size() > LEADING.size() && columns.subList(0, 3).equals(LEADING);
  }

  @Override
  public void read(InputStream in, Outlet outlet) throws IOException {
    new ContractTable("readings", false, "", WideReadings::values).read(in, outlet);
  }

  private static int values(String[] cells) {
    return (int) Arrays.stream(cells).skip(LEADING.size()).filter(cell -> !cell.isBlank()).count();
  }
}
