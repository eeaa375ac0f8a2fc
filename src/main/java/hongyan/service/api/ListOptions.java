package hongyan.service.api;

import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit items at most, 1 to 1,000; 100 when not said
 * @param cursor {@code next} of the page before
 */
public record ListOptions(@Nullable Integer limit, @Nullable String cursor) {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  /** Throws {@link IllegalArgumentException} for a limit that may not be asked for. */
  public Paging paging() {
    int wanted = limit == null ? USUAL : limit;
    if (wanted < 1 || wanted > MOST) {
      throw new IllegalArgumentException("limit=%d: 1 to %d are allowed".formatted(wanted, MOST));
    }
    return new Paging(wanted, cursor);
  }

  /** Returns the same page with each item as {@code view} shows it. */
  public static <T, R> Page<R> show(Page<T> page, Function<T, R> view) {
    return new Page<>(page.items().stream().map(view).toList(), page.next());
  }
}
