package hongyan.pipelines.series;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the records of many ids at once in a table whose first column is the id. */
final class IdLookup {

  private static final int IDS_PER_LOOKUP = 1_000;

  private IdLookup() {}

  static <T> Map<String, T> find(
      Connection connection,
      String table,
      Collection<String> ids,
      Select.Row<T> row,
      Function<T, String> idOf)
      throws SQLException {
    var all = new ArrayList<>(ids);
    var found = new HashMap<String, T>();
    for (int from = 0; from < all.size(); from += IDS_PER_LOOKUP) {
      List<String> some = all.subList(from, Math.min(all.size(), from + IDS_PER_LOOKUP));
      String marks = "?,".repeat(some.size() - 1) + "?";
      new Select("json FROM " + table)
          .andAll("id IN (" + marks + ")", some)
          .list(connection, row)
          .forEach(item -> found.put(idOf.apply(item), item));
    }
    return found;
  }
}
