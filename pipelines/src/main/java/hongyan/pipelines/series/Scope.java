package hongyan.pipelines.series;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a question may see: those of some counties, or all. Every list of leads, of records of
 * birds and findings, and of what they were before takes one, so that a question that forgets it
 * does not compile.
 *
 * <p>A row that lies in no county belongs to the whole city: only a scope without bounds sees it.
 */
public final class Scope {
  private static final Scope EVERYTHING = new Scope(null);

  private final @Nullable Set<String> counties;

  private Scope(@Nullable Set<String> counties) {
    this.counties = counties;
  }

  /** Returns the scope of who works for the whole city, and of the service's own work. */
  public static Scope everything() {
    return EVERYTHING;
  }

  /** Returns the scope of these counties and no others; of an empty set, nothing. */
  public static Scope of(Set<String> adcodes) {
    return new Scope(new TreeSet<>(adcodes));
  }

  /** Returns whether every row is seen. */
  public boolean isEverything() {
    return counties == null;
  }

  /** Returns whether a row of {@code county} is seen; null is a row in none. */
  public boolean covers(@Nullable String county) {
    return counties == null || county != null && counties.contains(county);
  }

  /** Returns the adcodes of the counties, none when there is no bound. */
  public List<String> counties() {
    return counties == null ? List.of() : List.copyOf(counties);
  }

  /**
   * Returns the condition on {@code column} as SQL with a {@code ?} for each of {@link #counties},
   * in their order.
   */
  public String condition(String column) {
    if (counties == null) {
      return "1 = 1";
    }
    return counties.isEmpty()
        ? "1 = 0"
        : column + " IN (" + "?,".repeat(counties.size() - 1) + "?)";
  }

  @Override
  public String toString() {
    return counties == null ? "everything" : counties.toString();
  }
}
