package hongyan.pipelines.series;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many items at most, 1 or more
 * @param cursor {@link Page#next()} of the page before, or null for the first
 */
public record Paging(int limit, @Nullable String cursor) {

  public Paging {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit + " is less than 1");
    }
  }

  /** Returns the first page of at most {@code limit} items. */
  public static Paging first(int limit) {
    return new Paging(limit, null);
  }
}
