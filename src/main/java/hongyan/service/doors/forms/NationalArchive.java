package hongyan.service.doors.forms;

import hongyan.pipelines.air.Pollutant;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Refusal;
import hongyan.service.doors.rejects.Rule;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the wide table in which the national hourly archive is shared: {@code date,hour,type}, then
 * one column a station.
 *
 * <p>The date is yyyyMMdd; the hour, 0 to 23, is the end of the mean in Beijing time. The types
 * {@code PM2.5 PM10 SO2 NO2 O3 CO} are hourly readings in the standard's units. {@code AQI}, {@code
 * *_24h}, {@code O3_8h} are figures that others derived; they are counted and left aside. An empty
 * cell is no record. A column whose station is not registered is refused once, with the number of
 * its readings and their text, cut to 16 KiB: the whole country has 1,600 stations, a city five.
 */
public final class NationalArchive {
  private static final List<String> KEYS = List.of("date", "hour", "type");
  private static final int LONGEST_COLUMN = 16 * 1024;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private final Table table;
  private final Predicate<String> isStation;
  private final ItemSink sink;
  private final Map<String, Strangers> strangers = new HashMap<>();

  /** The readings of a station that is not registered. */
  private static final class Strangers {
    private int count;
    private final StringBuilder raw = new StringBuilder();
  }

  private NationalArchive(Table table, Predicate<String> isStation, ItemSink sink) {
    this.table = table;
    this.isStation = isStation;
    this.sink = sink;
  }

  /** Returns whether a header is this form's rather than the long form's. */
  public static boolean isHeader(List<String> header) {
    return !header.contains("station") && KEYS.stream().anyMatch(header::contains);
  }

  /**
   * Gives each reading as an item with the fields of a reading.
   *
   * @throws BodyFault when one of the three first headers is missing
   */
  public static void read(Table table, Predicate<String> isStation, ItemSink sink) {
    for (int i = 0; i < KEYS.size(); i++) {
      if (table.header().size() <= i || !table.header().get(i).equals(KEYS.get(i))) {
        throw new BodyFault(1, new Fault(KEYS.get(i), null, Rule.MISSING_HEADER, null));
      }
    }
    NationalArchive archive = new NationalArchive(table, isStation, sink);
    table.forEach(sink, archive::line);
    archive.refuseStrangers();
  }

  private void line(Table.Row row) {
    String type = row.cells().get(2);
    if (type.equals("AQI") || type.endsWith("_24h") || type.equals("O3_8h")) {
      sink.derived(filled(row));
      return;
    }
    Optional<Pollutant> pollutant = Pollutant.findByCode(type);
    if (pollutant.isEmpty()) {
      refuse(row, new Fault("type", type, Rule.UNKNOWN_FIGURE, null));
      return;
    }
    Optional<String> date = findDate(row.cells().get(0));
    Optional<String> hour = findHour(row.cells().get(1));
    if (date.isEmpty()) {
      refuse(row, new Fault("date", row.cells().get(0), Rule.TIME_INVALID, "yyyyMMdd"));
    } else if (hour.isEmpty()) {
      refuse(row, new Fault("hour", row.cells().get(1), Rule.TIME_INVALID, "0-23"));
    } else {
      cells(row, pollutant.get(), date.get() + "T" + hour.get() + ":00:00+08:00");
    }
  }

  private void cells(Table.Row row, Pollutant pollutant, String time) {
    String keys = row.cells().get(0) + "," + row.cells().get(1) + "," + pollutant.code() + ",";
    for (int i = KEYS.size(); i < row.cells().size(); i++) {
      String value = row.cells().get(i);
      if (value.isEmpty()) {
        continue;
      }
      String station = table.header().get(i);
      if (isStation.test(station)) {
        String raw = "date,hour,type," + station + "\n" + keys + value;
        sink.item(new Item(row.line(), raw, station, reading(station, time, pollutant, value)));
      } else {
        stranger(station, keys + value);
      }
    }
  }

  private static Map<String, Cell> reading(
      String station, String time, Pollutant pollutant, String value) {
    return Map.of(
        "station", new Cell(Cell.Kind.PLAIN, station),
        "time", new Cell(Cell.Kind.PLAIN, time),
        "pollutant", new Cell(Cell.Kind.PLAIN, pollutant.code()),
        "unit", new Cell(Cell.Kind.PLAIN, pollutant.unit()),
        "value", new Cell(Cell.Kind.PLAIN, value));
  }

  private void stranger(String station, String line) {
    Strangers of = strangers.computeIfAbsent(station, any -> new Strangers());
    of.count++;
    if (of.raw.length() < LONGEST_COLUMN) {
      of.raw.append('\n').append(line);
    }
  }

  private void refuseStrangers() {
    for (String station : table.header()) {
      Strangers of = strangers.remove(station);
      if (of != null) {
        String count = String.valueOf(of.count);
        Fault fault = new Fault(station, station, Rule.UNKNOWN_STATION, count);
        String raw = "date,hour,type," + station + of.raw;
        sink.refused(new Refusal(1, raw, of.count, List.of(fault)));
      }
    }
  }

  private void refuse(Table.Row row, Fault fault) {
    String raw = table.headerLine() + "\n" + row.raw();
    sink.refused(new Refusal(row.line(), raw, Math.max(1, filled(row)), List.of(fault)));
  }

  private static int filled(Table.Row row) {
    int filled = 0;
    for (int i = KEYS.size(); i < row.cells().size(); i++) {
      filled += row.cells().get(i).isEmpty() ? 0 : 1;
    }
    return filled;
  }

  private static Optional<String> findDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DATE).toString());
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private static Optional<String> findHour(String text) {
    boolean digits =
        (text.length() == 1 || text.length() == 2)
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && Integer.parseInt(text) < 24
        ? Optional.of("%02d".formatted(Integer.parseInt(text)))
        : Optional.empty();
  }
}
