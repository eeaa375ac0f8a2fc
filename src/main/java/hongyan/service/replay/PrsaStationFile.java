package hongyan.service.replay;

import hongyan.geo.place.Position;
import hongyan.pipelines.air.Pollutant;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A station file of the Beijing multi-site air quality data (UCI data set 501, PRSA): hourly, six
 * pollutants and weather.
 *
 * <p>Times are Beijing time; the hour label is taken as the end of the hour. CO is in µg/m³ there
 * and goes on in mg/m³, an exact shift of the decimal point. {@code NA} is no record. Stations get
 * the id {@code PRSA-NAME}; the file has no positions, so those that we know come from the national
 * network's published station list (1011A Gucheng, 1006A Nongzhanguan).
 */
final class PrsaStationFile implements RecordedFormat {
  private static final Map<String, Position> POSITIONS =
      Map.of(
          "Gucheng", new Position(116.184, 39.914),
          "Nongzhanguan", new Position(116.461, 39.937));

  @Override
  public String title() {
    return "PRSA station file (Beijing time, hour label as end of hour, CO from µg/m³ to mg/m³)";
  }

  @Override
  public boolean recognises(Head head) {
    return head.hasColumns(
        "No", "year", "month", "day", "hour", "PM2.5", "PM10", "SO2", "NO2", "CO", "O3", "station");
  }

  @Override
  public void read(InputStream in, Outlet outlet) throws IOException {
    ReadingLines lines = new ReadingLines(outlet);
    Set<String> met = new HashSet<>();
    try (CSVParser rows = Tables.comma(in)) {
      for (CSVRecord row : rows) {
        if (met.add(row.get("station"))) {
          tell(row.get("station"), outlet);
        }
        readRow(row, lines, outlet);
      }
    }
    lines.flush();
  }

  private static void tell(String name, Outlet outlet) {
    Position position = POSITIONS.get(name);
    if (position != null) {
      outlet.station(new MetStation("PRSA-" + name, name + " (PRSA)", position));
    }
  }

  private static void readRow(CSVRecord row, ReadingLines lines, Outlet outlet) {
    LocalDateTime time;
    try {
      time =
          LocalDateTime.of(
              number(row, "year"),
              number(row, "month"),
              number(row, "day"),
              number(row, "hour"),
              0);
    } catch (DateTimeException | NumberFormatException e) {
      outlet.notTaken("row without a readable hour", 1);
      return;
    }
    for (Pollutant pollutant : Pollutant.values()) {
      String value = row.get(pollutant.code());
      if (value.equals("NA")) {
        outlet.notTaken("NA in the file", 1);
      } else {
        String sent = pollutant == Pollutant.CO ? milligrams(value) : value;
        lines.add("PRSA-" + row.get("station"), time, pollutant, sent);
      }
    }
  }

  private static int number(CSVRecord row, String column) {
    return Integer.parseInt(row.get(column));
  }

  private static String milligrams(String micrograms) {
    try {
      return new BigDecimal(micrograms).movePointLeft(3).toPlainString();
    } catch (NumberFormatException e) {
      return micrograms; // goes on as it stands, for the door to refuse
    }
  }
}
