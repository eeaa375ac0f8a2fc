package hongyan.pipelines.series;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A query that is put together from the filters that are given. Not reusable. */
final class Select {

  /** Reads the row that the result stands on. */
  interface Row<T> {
    T read(ResultSet result) throws SQLException;
  }

  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();
  private boolean filtered;

  Select(String columnsAndTable) {
    this.sql = new StringBuilder("SELECT ").append(columnsAndTable);
  }

  /** Adds a condition with one placeholder, unless there is no value to hold it to. */
  Select and(String condition, @Nullable Object value) {
    return value == null ? this : andAll(condition, List.of(value));
  }

  /** Adds a condition with a placeholder for each of {@code given}. */
  Select andAll(String condition, List<?> given) {
    sql.append(filtered ? " AND " : " WHERE ").append(condition);
    values.addAll(given);
    filtered = true;
    return this;
  }

  /** Adds a condition behind an inner query that is complete. */
  Select outer(String condition, List<?> given) {
    filtered = false;
    return andAll(condition, given);
  }

  Select then(String clause) {
    sql.append(' ').append(clause);
    return this;
  }

  <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        statement.setObject(i + 1, value instanceof String s ? Columns.escaped(s) : value);
      }
      try (ResultSet result = statement.executeQuery()) {
        var items = new ArrayList<T>();
        while (result.next()) {
          items.add(row.read(result));
        }
        return items;
      }
    }
  }

  /** Lists one page; {@code cursorOf} names the place of an item in the order of the query. */
  <T> Page<T> page(Connection connection, Paging paging, Row<T> row, Function<T, String> cursorOf)
      throws SQLException {
    sql.append(" LIMIT ?");
    values.add(paging.limit() + 1L);
    List<T> items = list(connection, row);
    if (items.size() <= paging.limit()) {
      return new Page<>(items, null);
    }
    List<T> shown = items.subList(0, paging.limit());
    return new Page<>(shown, cursorOf.apply(shown.get(shown.size() - 1)));
  }
}
