package hongyan.pipelines.series;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer: texts by the names of their columns, numbers in their exact digits. Tags
 * that the rows are grouped by are columns too.
 */
record InfluxRow(List<String> columns, List<@Nullable String> values) {

  /** Returns the value of a column, empty where the server has none. */
  String text(String column) {
    String value = values.get(columns.indexOf(column));
    return value == null ? "" : value;
  }

  String tag(String column) {
    return InfluxText.untag(text(column));
  }

  long whole(String column) {
    return Long.parseLong(text(column));
  }

  Instant time() {
    return Columns.instant(whole("time"));
  }
}
