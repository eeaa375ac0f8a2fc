package hongyan.pipelines.series;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lists records of one measurement, newest first, in the same order and with the same cursors as
 * the tables of the database. InfluxQL knows the order of time only: a page is asked for from the
 * moment on that its last record has, and what shares that moment is put in order here.
 *
 * @param anyField one that every point has
 * @param keys what the order is by: microseconds, then texts
 * @param kinds what those are
 */
record InfluxList<T>(
    InfluxDatabase database,
    String measurement,
    String anyField,
    List<String> columns,
    Function<InfluxRow, T> read,
    Function<T, List<Object>> keys,
    Cursor.Key... kinds) {

  /**
   * @param filter adds the conditions
   * @param from inclusive
   * @param to exclusive
   */
  Page<T> page(
      UnaryOperator<InfluxSelect> filter,
      @Nullable Instant from,
      @Nullable Instant to,
      Paging paging) {
    List<Object> last = paging.cursor() == null ? null : Cursor.parse(paging.cursor(), kinds);
    Instant newest = last == null ? null : Columns.instant(micros(last));
    Instant oldest = oldest(filter, from, earlier(to, newest), paging.limit());
    InfluxSelect select =
        filter
            .apply(InfluxSelect.columns(measurement, columns))
            .from(oldest == null ? from : oldest)
            .before(earlier(to, newest == null ? null : newest.plus(1, ChronoUnit.MICROS)));
    var items = new ArrayList<T>();
    database.query(select, row -> items.add(read.apply(row)));
    return cut(items, last, paging.limit());
  }

  /** Returns the moment of the first record beyond the page, or null when all are on it. */
  private @Nullable Instant oldest(
      UnaryOperator<InfluxSelect> filter, @Nullable Instant from, @Nullable Instant to, int limit) {
    InfluxSelect times =
        filter
            .apply(InfluxSelect.columns(measurement, List.of(anyField)))
            .from(from)
            .before(to)
            .then("ORDER BY time DESC LIMIT " + (limit + 1));
    var found = new ArrayList<Instant>();
    database.query(times, row -> found.add(row.time()));
    return found.size() > limit ? found.get(limit) : null;
  }

  private Page<T> cut(List<T> items, @Nullable List<Object> last, int limit) {
    Comparator<T> order = (a, b) -> compare(keys.apply(b), keys.apply(a));
    List<T> sorted =
        items.stream()
            .filter(item -> last == null || compare(keys.apply(item), last) < 0)
            .sorted(order)
            .limit(limit + 1L)
            .toList();
    if (sorted.size() <= limit) {
      return new Page<>(sorted, null);
    }
    List<T> shown = sorted.subList(0, limit);
    return new Page<>(shown, Cursor.of(keys.apply(shown.get(limit - 1)).toArray()));
  }

  private static long micros(List<Object> keys) {
    return ((Number) keys.get(0)).longValue();
  }

  private static int compare(List<Object> a, List<Object> b) {
    int order = Long.compare(micros(a), micros(b));
    for (int i = 1; order == 0 && i < a.size(); i++) {
      order = InfluxText.ORDER.compare((String) a.get(i), (String) b.get(i));
    }
    return order;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
