package hongyan.service.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor that gives the following page, or null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
  private static final int MOST = 1_000;

  /**
   * Returns {@code limit} where it may be asked for; throws {@link IllegalArgumentException} else.
   */
  public static int limit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit=%d: 1 to %d are allowed".formatted(limit, MOST));
    }
    return limit;
  }

  /**
   * Returns the page made of {@code found}, which was asked for with one more than {@code limit}:
   * the extra one shows that there is a following page.
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    List<T> items = List.copyOf(found.subList(0, limit));
    return new Page<>(items, cursor.apply(items.get(limit - 1)));
  }

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }
}
