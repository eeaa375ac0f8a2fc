package hongyan.pipelines.series;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** One statement for many rows. */
final class Batch {

  /** Sets the parameters for one item. */
  interface Bind<T> {
    void bind(PreparedStatement statement, T item) throws SQLException;
  }

  private Batch() {}

  static <T> int write(Connection connection, String sql, Collection<T> items, Bind<T> bind)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T item : items) {
        bind.bind(statement, item);
        statement.addBatch();
      }
      return statement.executeBatch().length;
    }
  }

  /**
   * Returns the last of each identity: PostgreSQL puts many rows into one statement, which may not
   * touch the same row twice.
   */
  static <T> Collection<T> last(Collection<T> items, Function<T, ?> identity) {
    Map<Object, T> last = new LinkedHashMap<>();
    items.forEach(item -> last.put(identity.apply(item), item));
    return last.values();
  }
}
