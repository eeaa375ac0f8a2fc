package hongyan.service.handling;

import hongyan.geo.city.City;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who an alert goes to: the county's office of its department, above it the city's, above that the
 * government. From {@code offices.csv} of the city's folder; a line without a county is the city's
 * own office. Immutable.
 */
public final class Routing {
  private static final String FILE = "offices.csv";
  private static final String GOVERNMENT = "government";

  private final Map<String, String> offices = new HashMap<>();

  private Routing(List<CSVRecord> rows, City city) {
    for (CSVRecord row : rows) {
      String county = row.get("county");
      if (!county.isEmpty() && city.counties().find(county).isEmpty()) {
        throw fault(row, "no county of the city: " + county);
      }
      if (offices.put(key(row.get("department"), county), row.get("office")) != null) {
        throw fault(row, "a second office of this department and county");
      }
    }
    if (!offices.containsKey(key(GOVERNMENT, null))) {
      throw new IllegalStateException(FILE + ": no line for the department " + GOVERNMENT);
    }
  }

  /** Reads the city's table, or throws IllegalStateException naming the line that is wrong. */
  public static Routing load(City city) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = new InputStreamReader(city.resource(FILE), StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      return new Routing(rows.getRecords(), city);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the offices from the first to the last that an alert of that department and county can
   * come to; at least the government.
   */
  public List<Office> listFor(@Nullable String department, @Nullable String county) {
    List<Office> list = new ArrayList<>();
    if (department != null && county != null) {
      add(list, offices.get(key(department, county)), "county");
    }
    if (department != null) {
      add(list, offices.get(key(department, null)), "city");
    }
    add(list, offices.get(key(GOVERNMENT, null)), GOVERNMENT);
    return List.copyOf(list);
  }

  /** Returns the first office of that department for the county. */
  public Office first(String department, @Nullable String county) {
    return listFor(department, county).get(0);
  }

  private static void add(List<Office> list, @Nullable String name, String scope) {
    if (name != null) {
      list.add(new Office(name, scope));
    }
  }

  private static String key(String department, @Nullable String county) {
    return department + "/" + (county == null ? "" : county);
  }

  private static IllegalStateException fault(CSVRecord row, String what) {
    return new IllegalStateException(
        "%s, line %d: %s".formatted(FILE, row.getRecordNumber() + 1, what));
  }
}
