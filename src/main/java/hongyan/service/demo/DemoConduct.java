package hongyan.service.demo;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * One line of the demo's table {@code demo/conducts.csv}: how often a conduct is reported a year,
 * when, where and by whom.
 *
 * @param place {@code pass}, {@code water}, {@code woods} (near a town, outside zones), {@code
 *     town}, {@code online} (a county, no position) or {@code device}
 * @param species scientific name or empty
 * @param most the count is up to this; 0 for none
 */
record DemoConduct(
    String conduct,
    int perYear,
    String from,
    String to,
    boolean night,
    String place,
    String source,
    String species,
    int most,
    String description) {

  static List<DemoConduct> load() {
    return DemoTable.rows("conducts.csv").stream().map(DemoConduct::of).toList();
  }

  private static DemoConduct of(CSVRecord row) {
    return new DemoConduct(
        row.get("conduct"),
        Integer.parseInt(row.get("perYear")),
        row.get("from"),
        row.get("to"),
        row.get("hours").equals("night"),
        row.get("place"),
        row.get("source"),
        row.get("species"),
        Integer.parseInt(row.get("most")),
        row.get("description"));
  }
}
