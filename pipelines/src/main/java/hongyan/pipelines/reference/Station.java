package hongyan.pipelines.reference;

import hongyan.geo.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * A registered place that measures air or counts birds.
 *
 * @param kind {@code air}, {@code birds} or {@code both}
 * @param role {@code evaluation} (评价点) or {@code control} (对照点) in the national network; null for a
 *     station that is neither, such as a sensor on a pass. Only evaluation points make county and
 *     city figures.
 */
public record Station(
    String id, String name, String kind, Position position, @Nullable String role) {

  /** Returns whether county and city figures are made of its readings. */
  public boolean evaluates() {
    return "evaluation".equals(role);
  }
}
